"""How to read a figure."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="homicide-rates",
        language="en",
        kind="interview",
        section="interviews",
        headline="“Ask what is being counted”: our data editor on reading a homicide rate",
        slug="data-editor-on-reading-a-homicide-rate",
        dek="""
        Every January brings a ranking of the most violent countries. Inés Altamarea of Tres Linderos
        explains why she reads the footnotes first.
        """,
        body="""
        <p>In the first weeks of the year, governments and research centres publish the number of murders of
        the year before, and newspapers turn the numbers into a table. Inés Altamarea, who looks after the
        figures of this house, answers the questions that readers send us most often.</p>

        <p><strong>What is a homicide, for statistical purposes?</strong></p>

        <p>There is an agreed answer. The International Classification of Crime for Statistical Purposes,
        endorsed by the United Nations in 2015, calls it an unlawful death inflicted on a person with the
        intent to cause death or serious injury. Each part excludes something. Deaths on the road are out,
        because there is no intent. Attempts are out, because nobody died. Deaths in combat are counted
        under another heading, and so are killings by police that the law considers justified.</p>

        <p><strong>So does every country count the same thing?</strong></p>

        <p>Every country says which definition it uses, if you look for it. Some include robbery followed by
        death in the total, and some list it as a property crime. Some count the event and others the
        victim, and a massacre of nine can be one or nine. In 2015 specialists from the region agreed on a
        set of quality criteria in Bogotá, known as the Bogotá Protocol. It asks for victims to be the unit,
        for a list of variables on each case, and for the figures of different institutions to be compared
        with each other.</p>

        <p><strong>Why would the institutions disagree?</strong></p>

        <p>Because they see different things. The police open a file when a crime is reported. The health
        system codes a cause of death on a certificate. A man who is shot in November and dies in hospital
        in February appears in one year for the police and in another for the registry. Health figures
        arrive later and include bodies without a suspect. Where the two series run close together I trust
        both more; where they drift apart, that is a story.</p>

        <figure data-drawing="tally"><figcaption>Thirty-seven dots in more than a thousand. In a smaller
        field the same dots would be a higher rate.</figcaption></figure>

        <p><strong>What does “per 100,000” do?</strong></p>

        <p>It divides by people, so that Jamaica can be compared with Colombia. It also imports the errors
        of the denominator. Population figures are estimates between two censuses, and a country that has
        lost many people to emigration may be dividing by inhabitants who have left. The rate then looks
        lower than it is.</p>

        <p>In small places the rate jumps. Take an island of 100,000 inhabitants. Five more deaths in a year
        raise its rate by five points, a change that would be a national crisis in a country of fifty
        million. For small populations I prefer to print the number of victims and an average of several
        years.</p>

        <p><strong>Is a falling rate always good news?</strong></p>

        <p>Fewer people killed is good news in itself. To know why it fell, I look at what sits beside it:
        disappearances, deaths of undetermined intent, deaths in custody, bodies found in clandestine
        graves. If those rise while murders fall, part of the change may be a change of label. I also look
        at the month in which the definition was altered, if it was.</p>

        <p><strong>What do you leave out of our own tables?</strong></p>

        <p>Three things. I leave out provisional figures in a column of final ones; they get their own mark.
        I leave out rankings of cities, because a city’s boundary is an administrative decision and two
        neighbouring municipalities can exchange a ranking by moving a line. And I leave out decimals that
        the data cannot bear. A rate of 23.47 suggests a precision that nobody has.</p>

        <p><strong>Give readers one habit.</strong></p>

        <p>Before asking how many, ask what is being counted, by whom and until what date. If a table does
        not answer that, it is an illustration.</p>
        """,
        bylines=(("maravedi", "author"), ("altamarea", "data")),
        countries=("CO", "JM"),
        topics=("crime-data", "unodc"),
        kicker="topic:crime-data",
        tags=("statistics", "homicide", "methods"),
        published=noon(2026, 1, 20, 12, 0),
        lead_image="ledger",
        picks=("gang-names",),
    ),
    Story(
        key="darien-2024",
        language="en",
        kind="brief",
        section="briefs",
        headline="Darién crossings fell by two fifths in 2024, Panama’s count shows",
        slug="darien-crossings-fell-2024",
        dek="""
        The authorities registered 302,203 people, after 520,085 the year before. The register counts those
        who arrived.
        """,
        body="""
        <p>Panama registered 302,203 people who came through the Darién forest in 2024, its migration service
        reported. That is 42 percent fewer than in 2023, when 520,085 were counted, the highest number on
        record. About seven in ten were Venezuelans.</p>

        <p>The count is among the better ones in the region, because nearly everybody who crosses passes
        through a small number of reception posts on the Panamanian side. It gives nationality, sex and age.
        For a decade it has made visible what a forest without a road would otherwise hide.</p>

        <p>It has two limits. It counts people who arrived: those who turned back or died on the way are not
        in it, and the bodies that are recovered each year are only some of them. And it says nothing about
        what was paid. Boats from the Gulf of Urabá, guides and porters are sold on the Colombian side as a
        package, in a territory where one armed group takes its share, according to Colombia’s
        ombudsman.</p>

        <p>Panama’s government, in office since July, points to fences on several paths and to return
        flights that the United States pays for. The elections in Venezuela, the rules at the border of
        Mexico and the price of the trip changed in the same months. A single figure cannot tell them
        apart.</p>
        """,
        bylines=(("altamarea", "author"),),
        countries=("PA", "CO", "VE"),
        topics=("migration", "crime-data"),
        kicker="topic:migration",
        tags=("Darién", "statistics", "Urabá"),
        published=noon(2025, 1, 6, 12, 55),
        picks=("homicide-rates", "trafficking-law"),
    ),
)
