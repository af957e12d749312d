"""The masthead: who the invented house is, in its own words."""

from articles.demo.shapes import Both, House

HOUSE = House(
    name="Tres Linderos",
    tagline=Both(
        "Organised crime and public power in the Americas, document by document",
        "Crimen organizado y poder público en las Américas, documento a documento",
    ),
    byline=Both("Tres Linderos newsroom", "Redacción de Tres Linderos"),
    donation=Both(
        """
        Sustaining a public record of organised crime costs money: documents, travel, translation, and
        lawyers who read before we publish. If this story was of use to you, please help us to pay for the
        next one.
        """,
        """
        Sostener un registro público del crimen organizado cuesta dinero: documentos, viajes, traducciones y
        abogados que leen antes de publicar. Si este artículo le sirvió, ayúdenos a pagar el siguiente.
        """,
    ),
    donation_label=Both("Support our work", "Apoye nuestro trabajo"),
    invitation=Both(
        """
        Do you know more about this, or did we get something wrong? Write to the people who edit these
        pages.
        """,
        "¿Sabe usted algo más sobre este tema o encontró un error? Escriba a quienes editan estas páginas.",
    ),
    licence=Both(
        """
        Our stories may be copied and distributed for any purpose that is not commercial. Credit Tres
        Linderos in the byline, and link to the original twice: at the top of the article and at the bottom.
        Check the Creative Commons licence for the terms, and please write to us when you publish a story of
        ours.
        """,
        """
        Nuestros artículos pueden copiarse y distribuirse con cualquier fin no comercial. Dé crédito a Tres
        Linderos en la firma y enlace dos veces al original: al comienzo del artículo y al final. Consulte
        los términos de la licencia Creative Commons y escríbanos cuando publique un artículo nuestro.
        """,
    ),
    licence_name="CC BY-NC 4.0",
    licence_url="https://creativecommons.org/licenses/by-nc/4.0/",
    email="redaccion@treslinderos.example",
    about=Both(
        """
        Tres Linderos is an invented newsroom. It exists to show a publishing system at work, with stories
        that rest on public records about organised crime in the Americas.
        """,
        """
        Tres Linderos es una redacción inventada. Existe para mostrar en funcionamiento un sistema de
        publicación, con artículos que se apoyan en registros públicos sobre el crimen organizado en las
        Américas.
        """,
    ),
    demonstration=Both(
        "Demonstration edition: the newsroom is invented, the facts are public.",
        "Edición de demostración: la redacción es inventada; los hechos son públicos.",
    ),
)
