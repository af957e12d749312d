"""Answers that the demonstration's staff give often, by what they choose them by."""

SAVED_REPLIES: dict[str, dict[str, str]] = {
    "We are looking into it": {
        "subject_en": "Your message: {headline}",
        "body_en": "Hello,\n\nThank you for your message about this page:\n\n{address}\n\nWe are looking into it, and"
        " you will hear from us again when we know more.\n\n{publication}",
        "subject_es": "Su mensaje: {headline}",
        "body_es": "Hola:\n\nGracias por su mensaje sobre esta página:\n\n{address}\n\nLo estamos revisando y"
        " le escribiremos de nuevo cuando sepamos más.\n\n{publication}",
    },
    "Where the source is": {
        "subject_en": "Where the source is: {headline}",
        "body_en": "Hello,\n\nThank you for asking. The sources are linked in the text, where each is used:\n\n{address}\n\nIf"
        " the one that you look for is not among them, write to us again.\n\n{publication}",
        "subject_es": "Dónde está la fuente: {headline}",
        "body_es": "Hola:\n\nGracias por preguntar. Las fuentes están enlazadas en el texto, donde se usa cada una:\n\n{address}"
        "\n\nSi la que busca no está entre ellas, escríbanos de nuevo.\n\n{publication}",
    },
    "Yes, you may republish it": {
        "subject_en": "Republishing: {headline}",
        "body_en": "Hello,\n\nYes, you may. Under the story is a link to republish it, with the text to copy and the few"
        " conditions:\n\n{address}\n\nWe would like to hear where it appeared.\n\n{publication}",
        "subject_es": "Republicar: {headline}",
        "body_es": "Hola:\n\nSí, puede. Debajo del artículo hay un enlace para republicarlo, con el texto que se copia y las"
        " pocas condiciones:\n\n{address}\n\nNos gustaría saber dónde apareció.\n\n{publication}",
    },
}
