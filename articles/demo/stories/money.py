"""Money and how its rules are enforced."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="grey-list",
        language="en",
        kind="analysis",
        section="analysis",
        headline="On the grey list and off it: how a laundering standard is enforced",
        slug="grey-list-laundering-standard-enforced",
        dek="""
        Jamaica’s removal in June leaves fewer countries of the region under increased monitoring. The list
        has no force of law, and ministries fear it all the same.
        """,
        body="""
        <p>On June 28 the Financial Action Task Force (FATF) took Jamaica off its list of jurisdictions
        under increased monitoring, four years and four months after placing it there. The list is commonly
        called grey, to set it apart from the black one. It is not a sanction, no treaty provides for it,
        and hardly any instrument in the field moves finance ministries faster.</p>

        <h2>Where the rules come from</h2>

        <p>The FATF was created by the G7 summit in Paris in 1989 and issued its forty recommendations the
        year after. They have been rewritten more than once, most thoroughly in 2012, and they are adopted
        as they stand by regional bodies modelled on the original. Two of these cover most of this
        hemisphere: the Caribbean Financial Action Task Force, and GAFILAT, which was founded as GAFISUD in
        Cartagena in December 2000, took its present name in 2014 and works from Buenos Aires.</p>

        <p>The recommendations ask states to make laundering and the financing of terrorism criminal, to
        oblige banks, notaries, estate agents and casinos to know their clients, to run a financial
        intelligence unit that receives reports of suspicious operations, and to know who really owns a
        company. That last duty was tightened in 2022.</p>

        <h2>Two marks, not one</h2>

        <p>Every member is evaluated by its peers. The evaluators give one set of marks for <em>technical
        compliance</em>, recommendation by recommendation, and another for <em>effectiveness</em>, on eleven
        outcomes. The distinction matters. A country can pass every law and still show few investigations,
        fewer convictions and hardly any confiscated assets. It was on effectiveness that many in the region
        did badly.</p>

        <figure data-drawing="ledger"><figcaption>Effectiveness is measured in cases and assets, technical
        compliance in articles of law.</figcaption></figure>

        <p>Poor marks lead to a year of observation. If progress is judged too slow, the plenary agrees an
        action plan with the government and publishes the name. The plan lists steps and deadlines; the
        country reports three times a year; a visit confirms the result.</p>

        <table>
        <thead><tr><th>Jurisdiction</th><th>Listed</th><th>Removed</th></tr></thead>
        <tbody><tr><td>Trinidad and Tobago</td><td>November 2017</td><td>February 2020</td></tr>
        <tr><td>Panama</td><td>June 2019</td><td>October 2023</td></tr>
        <tr><td>Nicaragua</td><td>February 2020</td><td>October 2022</td></tr>
        <tr><td>Jamaica</td><td>February 2020</td><td>June 2024</td></tr>
        <tr><td>Haiti</td><td>June 2021</td><td>Still listed</td></tr>
        </tbody>
        </table>

        <h2>What the list does</h2>

        <p>The FATF does not tell banks to refuse customers from a listed country. It asks that risk be
        taken into account. In practice a bank in New York or Frankfurt that handles payments for a smaller
        one in the Caribbean has to justify the relationship to its own supervisor, and may find that
        closing it is cheaper. The cost falls on importers, on families who receive remittances and on
        charities, few of whom launder anything.</p>

        <p>That is the standing criticism. The countries listed tend to be small or poor, while large
        financial centres with weak points of their own are members of the body that draws up the list. The
        FATF answers that its procedure is the same for all, and that a plan carried out leads to
        removal.</p>

        <h2>Reading a removal</h2>

        <p>A removal means that the action plan was carried out. It does not certify that a country is free
        of laundering, just as a listing accuses no particular bank. For a reporter the useful part is the
        paper. Mutual evaluation reports are public, run to two hundred pages or more, and state how many
        reports of suspicion a unit received, how many it sent to prosecutors and what became of them.</p>

        <p>The next round of evaluations has begun under a revised method, with more attention to
        effectiveness and to the greatest risks. The countries that have just left the list will be looked
        at again. Their best preparation is to be able to answer one question about last year’s files: how
        many of them ended before a judge?</p>
        """,
        bylines=(("altamarea", "author"), ("quebracho", "editor")),
        countries=("JM", "HT", "PA", "NI", "TT"),
        topics=("money-laundering", "fatf"),
        kicker="topic:money-laundering",
        tags=("FATF", "GAFILAT", "banks"),
        published=noon(2024, 7, 4, 12, 40),
        picks=("cites-permit",),
    ),
)
