"""Every picture by its key, with the words that go with it."""

from collections.abc import Callable

from articles.demo.shapes import Both, Drawing

from . import buildings, landscapes, table

CREDIT = "Tres Linderos"


def _drawing(paint: Callable[[], bytes], alt: Both, caption: Both) -> Drawing:
    return Drawing(paint.__name__, alt, caption, CREDIT, paint)


_ALL = (
    _drawing(
        buildings.assembly,
        Both(
            "A horseshoe of empty seats and papers under a row of fifteen flags, one of them red",
            "Una mesa en herradura con asientos vacíos y papeles bajo quince banderas, una de ellas roja",
        ),
        Both(
            "Regional meetings end in texts; the texts need budgets.",
            "Las cumbres terminan en textos; los textos necesitan presupuesto.",
        ),
    ),
    _drawing(
        landscapes.borders,
        Both(
            "Grey mountain ridges crossed by a broken red line",
            "Sierras grises atravesadas por una línea roja discontinua",
        ),
        Both(
            "A border on the map is a line; on the ground it is a range of hills.",
            "En el mapa la frontera es una línea; en el terreno es una sierra.",
        ),
    ),
    _drawing(
        buildings.columns,
        Both(
            "The columns of a court building, with an open red door between two of them",
            "Las columnas de un tribunal y, entre dos de ellas, una puerta roja abierta",
        ),
        Both(
            "Courts outlast the missions that come to help them.",
            "Los tribunales permanecen cuando se van las misiones que llegan a apoyarlos.",
        ),
    ),
    _drawing(
        table.treaty,
        Both(
            "A signed document with a red seal and ribbon, on top of two other sheets",
            "Un documento firmado, con sello y cinta rojos, sobre otras dos hojas",
        ),
        Both(
            "A signature is the beginning of a treaty’s life, not its effect.",
            "La firma abre la vida de un tratado; sus efectos vienen después.",
        ),
    ),
    _drawing(
        landscapes.canopy,
        Both(
            "Dense forest seen from above, cut by a red road with six side tracks",
            "Selva densa vista desde arriba, cortada por un camino rojo con seis ramales",
        ),
        Both(
            "Side tracks branch from a logging road towards single trees.",
            "De un camino maderero salen ramales hacia árboles aislados.",
        ),
    ),
    _drawing(
        landscapes.port,
        Both(
            "Three cranes above stacked containers at the water’s edge; one container is red",
            "Tres grúas sobre pilas de contenedores junto al agua; un contenedor es rojo",
        ),
        Both(
            "Most cargo is cleared on its papers alone.",
            "La mayor parte de la carga se despacha solo con sus papeles.",
        ),
    ),
    _drawing(
        table.ledger,
        Both(
            "An open account book with handwritten entries, one of them ringed in red",
            "Un libro de cuentas abierto con asientos a mano, uno de ellos encerrado en un círculo rojo",
        ),
        Both(
            "Rules against laundering ask who stands behind an entry.",
            "Las normas contra el lavado preguntan quién está detrás de cada asiento.",
        ),
    ),
    _drawing(
        landscapes.streets,
        Both(
            "City blocks at night from the air, crossed by one red avenue",
            "Manzanas de una ciudad vistas desde el aire en la noche, atravesadas por una avenida roja",
        ),
        Both(
            "The gangs of Central America took their names from the streets of another city.",
            "Las pandillas de Centroamérica tomaron su nombre de las calles de otra ciudad.",
        ),
    ),
    _drawing(
        table.tally,
        Both(
            "A field of more than a thousand grey dots, thirty-seven of them red",
            "Un campo de más de mil puntos grises, treinta y siete de ellos rojos",
        ),
        Both(
            "A rate counts people: so many for every hundred thousand.",
            "Una tasa cuenta personas: tantas por cada cien mil.",
        ),
    ),
    _drawing(
        buildings.cells,
        Both(
            "Two tiers of barred cells on either side of a corridor; one cell is lit red",
            "Dos pisos de celdas con barrotes a ambos lados de un pasillo; una celda está iluminada de rojo",
        ),
        Both(
            "A prison holds more than one kind of detainee behind the same bars.",
            "Una misma reja encierra a personas en situaciones jurídicas distintas.",
        ),
    ),
    _drawing(
        table.ballots,
        Both(
            "A glass ballot box full of folded papers, one of them red, and a marked ballot at its slot",
            "Una urna de vidrio llena de papeletas dobladas, una de ellas roja, y otra marcada en la ranura",
        ),
        Both(
            "A ballot decides who commands, not what the law allows.",
            "Una papeleta decide quién manda, no lo que permite la ley.",
        ),
    ),
    _drawing(
        landscapes.river,
        Both(
            "A pale river winding through dark forest, its banks turned over in three places, with three rafts on it",
            "Un río claro que serpentea por la selva oscura, con las orillas removidas en tres puntos y tres balsas",
        ),
        Both(
            "What is washed out of the bank travels on with the water.",
            "Lo que se arranca de la orilla sigue viaje con el agua.",
        ),
    ),
)

DRAWINGS: dict[str, Drawing] = {drawing.key: drawing for drawing in _ALL}


def paint(key: str) -> bytes:
    """The drawing `key` as a JPEG of 1600 by 900 pixels, the same bytes each time; KeyError if unknown."""
    return DRAWINGS[key].paint()
