"""Extradition, evidence and the conventions that carry them across borders."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="cybercrime-treaty",
        language="en",
        kind="brief",
        section="briefs",
        headline="Seven weeks left to sign the UN convention on cybercrime",
        slug="seven-weeks-left-to-sign-cybercrime-convention",
        dek="""
        The treaty stays open until December 31. What it says about evidence reaches far beyond crimes
        committed with computers.
        """,
        body="""
        <p>States have until the end of the year to sign the United Nations Convention against Cybercrime.
        After December 31 they can still join, but by accession, without the ceremony.</p>

        <p>The General Assembly adopted the text on December 24, 2024, five years after it had decided that
        one should be negotiated. More than sixty states and the European Union signed it in Hanoi on
        October 25 and 26, 2025, Brazil among them. It takes effect ninety days after the fortieth
        ratification.</p>

        <p>The convention obliges its parties to punish a list of acts, from illegal access to online fraud
        and the sexual abuse of children. The larger part is about evidence. Parties must be able to
        preserve, seize and hand over electronic data, and they must help one another to do so for any
        serious crime, which the text defines as the Palermo Convention does: an offence that carries at
        least four years of prison. A ransom note, a ledger or a set of coordinates on a telephone falls
        under it.</p>

        <p>That reach is what human-rights bodies and technology companies criticised. The text lets a state
        refuse help where it believes that somebody is being prosecuted for opinions, but it leaves most
        safeguards to national law. Legislatures that ratify it will be writing them.</p>
        """,
        bylines=(("oakhaven", "author"),),
        countries=("BR",),
        topics=("treaties", "unodc"),
        kicker="topic:treaties",
        tags=("cybercrime", "Hanoi Convention", "electronic evidence"),
        published=noon(2026, 11, 10, 13, 15),
        picks=("untoc-twenty",),
    ),
    Story(
        key="cybercrime-treaty",
        language="es",
        kind="brief",
        section="briefs",
        headline="Quedan siete semanas para firmar la convención de la ONU sobre ciberdelito",
        slug="quedan-siete-semanas-convencion-ciberdelito",
        dek="""
        El tratado está abierto hasta el 31 de diciembre. Lo que dispone sobre la prueba va mucho más allá
        de los delitos informáticos.
        """,
        body="""
        <p>Los Estados tienen hasta fin de año para firmar la Convención de las Naciones Unidas contra la
        Ciberdelincuencia. Después del 31 de diciembre podrán sumarse por adhesión, sin ceremonia.</p>

        <p>La Asamblea General aprobó el texto el 24 de diciembre de 2024, cinco años después de decidir que
        se negociara uno. Más de sesenta Estados, entre ellos Brasil, y la Unión Europea lo firmaron en
        Hanói el 25 y el 26 de octubre de 2025. Su entrada en vigor está prevista para noventa días después
        de la cuadragésima ratificación.</p>

        <p>La convención obliga a castigar una lista de conductas, desde el acceso ilícito hasta el fraude
        en línea y el abuso sexual de niños. La mayor parte trata de la prueba. Las partes deben poder
        conservar, incautar y entregar datos electrónicos, y ayudarse a hacerlo en cualquier delito grave,
        que el texto define como la Convención de Palermo: el que se castiga con al menos cuatro años de
        prisión. Una nota de rescate, una contabilidad o unas coordenadas en un teléfono entran en ella.</p>

        <p>Ese alcance es lo que criticaron los organismos de derechos humanos y las empresas de tecnología.
        El texto permite negar la ayuda si se cree que alguien es perseguido por sus opiniones, pero deja la
        mayoría de las garantías al derecho nacional. Las escribirán los congresos que lo ratifiquen.</p>
        """,
        bylines=(("oakhaven", "author"), ("piedralba", "translator")),
        countries=("BR",),
        topics=("treaties", "unodc"),
        kicker="topic:treaties",
        tags=("ciberdelincuencia", "Convención de Hanói", "prueba electrónica"),
        published=noon(2026, 11, 10, 14, 5),
        picks=("untoc-twenty",),
    ),
    Story(
        key="costa-rica-extradition",
        language="en",
        kind="brief",
        section="briefs",
        headline="Costa Rica opens the way to extradite its own citizens",
        slug="costa-rica-opens-way-to-extradite-citizens",
        dek="""
        A change to Article 32 of the constitution lets courts hand over nationals for two kinds of crime.
        For more than seventy years no Costa Rican could be sent abroad for trial.
        """,
        body="""
        <p>Costa Rica has amended its constitution so that its citizens can be extradited for international
        drug trafficking and terrorism. The reform took effect this week, after two legislatures in a row
        had voted for it, as the constitution requires.</p>

        <p>Article 32 of the constitution of 1949 said that no Costa Rican could be compelled to leave the
        national territory. The rule came from a time when exile was a political weapon. In practice it also
        meant that whoever held a Costa Rican identity card had to be tried at home or not at all, and
        prosecutors in several countries had files that ended with that sentence.</p>

        <p>The amendment leaves the decision with the courts. The usual guarantees of a treaty apply: no death
        penalty, no trial for anything but the offence in the request, and a judge who may refuse.</p>

        <p>The country has no army and, for its size, a busy coast on two oceans. Homicides reached a record
        in 2023, which its authorities linked to cocaine in transit through the port of Limón. Whether
        extradition changes that is open. Colombia, Guatemala and Honduras have extradited their nationals
        for years.</p>
        """,
        bylines=(("fenwater", "author"),),
        countries=("CR",),
        topics=("treaties", "impunity"),
        kicker="country:CR",
        tags=("extradition", "constitutional reform", "Limón"),
        published=noon(2025, 5, 30, 12, 50),
        picks=("untoc-twenty",),
    ),
)
