"""The islands: guns, and a force for Haiti."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="caricom-guns",
        language="en",
        kind="news",
        section="news",
        headline="Caribbean leaders treat gun violence as a matter of health",
        slug="caribbean-leaders-gun-violence-public-health",
        dek="""
        Meeting in Port of Spain, CARICOM governments promised a ban on assault-type weapons and asked the
        United States to stop them at the source.
        """,
        body="""
        <p>Heads of government of the Caribbean Community (CARICOM) closed a symposium in Port of Spain on
        Tuesday with a declaration that joins two languages seldom heard together. Violence, they said, is a
        public health emergency, and the region is at war with the gun trade.</p>

        <p>The two-day meeting, held on April 17 and 18 under the title “Violence as a public health issue:
        the crime challenge”, was hosted by Trinidad and Tobago. Physicians and researchers were on the
        programme beside the ministers in charge of police.</p>

        <h2>What was promised</h2>

        <p>The governments agreed to prohibit assault-type weapons across the Community, with exceptions for
        security forces and sporting competitions. They undertook to review their criminal codes, to
        strengthen forensic laboratories and to overhaul procedures so that cases reach trial sooner. They
        called on the United States to help stop the illegal export of firearms and ammunition to the
        islands.</p>

        <p>The request rests on a plain fact of geography. No country of the Community has a firearms
        industry of any size. Weapons recovered at crime scenes have come from somewhere else, frequently in
        parcels and mixed cargo and through ports where only part of what arrives is opened.</p>

        <figure data-drawing="port"><figcaption>Parcels and mixed cargo are harder to inspect than a full
        container with one owner.</figcaption></figure>

        <h2>The tools at hand</h2>

        <p>Much of the machinery exists. The Community’s Implementation Agency for Crime and Security,
        CARICOM IMPACS, was set up in 2006 and has its headquarters in Port of Spain. In November 2022 it
        opened a Crime Gun Intelligence Unit there, in which regional analysts work with United States
        agencies on the origin of seized weapons.</p>

        <p>Tracing means asking the manufacturer, and after it each dealer in the chain, who first bought a
        weapon with a given serial number. The answer is a first sale; it does not say who fired the gun.
        Gathered by the thousand, though, first sales point to counties, shops and routes.</p>

        <p>Laws on both sides of the sea have moved as well. The United States made straw purchasing and
        arms trafficking federal crimes of their own in June 2022. Jamaica replaced its old firearms law in
        the same year; the new act, in force since November 1, 2022, sets a minimum sentence of fifteen
        years for having a prohibited weapon.</p>

        <h2>Old treaties, uneven signatures</h2>

        <p>The hemisphere has had a convention on the subject for a quarter of a century. The Inter-American
        Convention against the Illicit Manufacturing of and Trafficking in Firearms, known as CIFTA, was
        signed in Washington on November 14, 1997, and took effect in July of the next year. It requires
        marking, export licences and exchange of information. The United States signed it and has not
        ratified it. The firearms protocol to the Palermo Convention followed in 2001 and the Arms Trade
        Treaty in 2013, and membership among the islands varies from one text to the next.</p>

        <h2>Why health</h2>

        <p>To call violence a health problem is, first, a proposal about evidence. Hospitals see injuries
        that never reach a police file. A casualty ward that notes the hour, place and kind of wound can
        show a street corner that needs lighting or a school that needs mediators, without the name of a
        patient ever leaving the ward.</p>

        <p>It is also a proposal about time. Customs scanners and new offences can be announced within a
        year. Programmes for boys who have left school show results after several, if their staff are still
        employed. The declaration has room for both. The budgets that follow in each capital will show which
        of the two the region thought more urgent.</p>
        """,
        bylines=(("fenwater", "author"),),
        countries=("TT", "JM", "HT"),
        topics=("caricom", "firearms", "regional-security"),
        kicker="topic:firearms",
        tags=("CARICOM IMPACS", "CIFTA", "public health"),
        published=noon(2023, 4, 19, 15, 10),
        picks=("untoc-twenty",),
    ),
    Story(
        key="haiti-resolutions",
        language="en",
        kind="analysis",
        section="explainers",
        headline="Haiti at the Security Council: four resolutions to keep within reach",
        slug="haiti-security-council-four-resolutions",
        dek="""
        The first mandate of the Gang Suppression Force ends on October 2. To follow the next debate, it
        helps to know what the Council has said before.
        """,
        body="""
        <p>The Security Council authorised the Gang Suppression Force for Haiti on September 30, 2025, for
        twelve months from October 2. Whatever follows will be written in the language of earlier texts.
        Four of them hold most of it.</p>

        <h2>2476: the office</h2>

        <p>In June 2019 the Council closed fifteen years of peacekeeping and created the United Nations
        Integrated Office in Haiti, BINUH. It has no police or soldiers of its own. It advises, reports on
        human rights and supports the political process. Its quarterly figures on killings and kidnappings
        have become the main public record, since the state’s own are rarely complete.</p>

        <h2>2653: the sanctions</h2>

        <p>In October 2022 the Council adopted a regime of sanctions: a freeze on assets, a ban on travel
        and an embargo on arms against people and entities to be named by a committee. It was the first new
        regime in five years. The embargo was later widened to the whole country, apart from deliveries to
        the state and the missions.</p>

        <p>With the list came a panel of experts. Its reports describe where the guns come from: for the
        most part from shops in the United States, by sea, in small lots among other goods. That is why
        Caribbean governments, whose waters the boats cross, speak of Haiti when they speak of their own
        homicides.</p>

        <h2>2699: the mission that was not a UN mission</h2>

        <p>On October 2, 2023 the Council authorised the Multinational Security Support mission. Two words
        in the text decide what it was. It was <em>authorised</em> under Chapter VII of the Charter, so it
        could use force; it was not <em>established</em> by the Council, so the United Nations did not pay
        for it. Kenya led it, and Jamaica and the Bahamas were among those that sent people. The first
        Kenyan officers landed in June 2024.</p>

        <p>The money was to come from a voluntary fund. Of the 2,500 officers that were planned, about a
        thousand had arrived after fifteen months.</p>

        <h2>2793: a larger force, with an office to supply it</h2>

        <p>The text of September 2025 turned the mission into a force with a ceiling of 5,550 people, which
        may act on its own and not only beside the Haitian police. It also asked for a United Nations
        support office. Fuel, food, transport and medical care can be paid from the assessed contributions
        of all member states; salaries cannot. Twelve members of the Council voted for it. China, Pakistan
        and Russia abstained.</p>

        <table>
        <thead><tr><th>Resolution</th><th>Date</th><th>What it did</th></tr></thead>
        <tbody><tr><td>2476</td><td>June 2019</td><td>Created BINUH</td></tr>
        <tr><td>2653</td><td>October 2022</td><td>Sanctions and experts</td></tr>
        <tr><td>2699</td><td>October 2023</td><td>Authorised the support mission</td></tr>
        <tr><td>2793</td><td>September 2025</td><td>Authorised the force</td></tr></tbody>
        </table>

        <h2>Three things to look for</h2>

        <p>A renewal can be one paragraph long and change little. It can also answer questions that these
        four texts leave open. Who investigates a complaint against a member of the force, and who publishes
        the result? Where are detained people held, in a country whose largest prison was emptied in March
        2024? And what does the Council ask of the states from which the weapons leave? The embargo binds
        them too.</p>
        """,
        bylines=(("fenwater", "author"), ("oakhaven", "contributor")),
        countries=("HT", "JM"),
        topics=("caricom", "gangs", "firearms", "regional-security"),
        kicker="country:HT",
        tags=("Security Council", "BINUH", "Gang Suppression Force"),
        published=noon(2026, 9, 24, 12, 40),
        lead_image="assembly",
        picks=("caricom-guns",),
    ),
)
