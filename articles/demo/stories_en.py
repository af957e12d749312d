"""The demonstration edition in English: public, documented facts told by an invented newsroom."""

from .shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="oas-2011",
        language="en",
        kind="brief",
        section="briefs",
        headline="OAS renews its pledge against crime and leaves the plan for later",
        slug="oas-reaffirms-commitment-to-fight-crime",
        dek="""
        The 41st OAS General Assembly spent three days in El Salvador on citizen security. Its concrete
        results were few.
        """,
        body="""
        <p>The General Assembly of the Organization of American States (OAS) closed in El Salvador on
        Tuesday after three days of debate on organised crime. Delegates had a regional plan of action on
        the table; few concrete results came out of the room.</p>

        <p>It was the organisation’s 41st assembly, and its theme was “Citizen security in the Americas”.
        Secretary General José Miguel Insulza hoped to see a statement before the close that would sketch a
        possible plan for the security of Central America, the Spanish news agency EFE reported.</p>

        <p>The pressure for a common strategy comes from the isthmus itself. Drug trafficking has grown in
        El Salvador, Guatemala and Honduras, and so has the number of murders. Washington has put 165
        million dollars into the region under the Central America Regional Security Initiative (CARSI), and
        several governments have talked of looking for donors beyond the United States.</p>

        <p>Money is only half of the argument. Governments want training and equipment for their police;
        they are also discussing how closely their forces should work together. Guatemala’s president,
        Álvaro Colom, has proposed a cross-border force that would carry out anti-drug operations on either
        side of the region’s frontiers.</p>

        <p>The next date is close. On June 22 and 23 Guatemala hosts a conference on a security strategy for
        Central America, and the OAS will have a seat at it.</p>
        """,
        bylines=(("fenwater", "author"),),
        countries=("SV", "GT", "HN"),
        topics=("oas", "regional-security", "drug-policy"),
        kicker="topic:regional-security",
        tags=("OAS", "CARSI", "San Salvador summit"),
        published=noon(2011, 6, 8, 14, 20),
        lead_image="assembly",
        picks=("sica-2011",),
    ),
    Story(
        key="sica-2011",
        language="en",
        kind="news",
        section="news",
        headline="Central America brings donors one security plan with four parts",
        slug="central-america-security-strategy-conference",
        dek="""
        At a two-day conference in Guatemala City, seven governments presented themselves as a single
        client. The test will be whether the money can be followed.
        """,
        body="""
        <p>Central American leaders ended a two-day conference in Guatemala City on Thursday with something
        the region had lacked: one security strategy, agreed by every government of the isthmus and
        presented to donors as a single portfolio.</p>

        <p>The meeting of June 22 and 23 was called by the Central American Integration System (SICA), which
        joins Belize, Costa Rica, El Salvador, Guatemala, Honduras, Nicaragua and Panama. The presidents of
        Colombia and Mexico, Juan Manuel Santos and Felipe Calderón, came too, and so did the United States
        secretary of state, Hillary Clinton. The OAS, the United Nations, the World Bank and the
        Inter-American Development Bank took part.</p>

        <h2>What the strategy contains</h2>

        <p>The document divides the work into four components:</p>

        <ul>
        <li>combating crime, which covers borders, drugs, firearms, gangs and laundering;</li>
        <li>preventing violence, above all among young people and against women;</li>
        <li>rehabilitation, reintegration and prison security;</li>
        <li>strengthening the institutions that have to carry all of this out.</li>
        </ul>

        <p>Under these headings the governments listed the projects for which they want outside support. The
        list is meant to prevent a familiar outcome, in which each ministry negotiates its own patrol boats,
        radios or courses and the purchases do not fit together.</p>

        <p>A shared plan also changes who can be asked for results. With seven plans, nobody was answerable
        for the region.</p>

        <h2>Money, old and new</h2>

        <p>Clinton told the conference that American support for citizen security in Central America would
        come to almost 300 million dollars this year. Such figures need care. Announcements by donors often
        mix grants with loans, and fresh commitments with funds approved in earlier years, so that the
        totals quoted at the podium cannot simply be added up.</p>

        <p>The governments face a question of their own. Taxes in much of the isthmus are low compared with
        the rest of Latin America, and police, prosecutors and prisons depend on them for salaries long
        after a project closes. Loans for security have to be approved by legislatures and repaid.</p>

        <h2>From the OAS to SICA</h2>

        <p>Two weeks earlier the General Assembly of the OAS had met in El Salvador under the theme of
        citizen security and parted with little beyond a declaration. The Guatemala meeting was where the
        region’s own plan was due. The two bodies have different strengths: the OAS brings the whole
        hemisphere to the table, while SICA is small enough to hold a list of projects and a secretariat, in
        San Salvador, to look after it.</p>

        <p>What neither body has is a force. A proposal by President Álvaro Colom of Guatemala for joint
        operations across borders would need each state to accept foreign officers on its territory, or at
        least a rule on pursuit and arrest. The strategy speaks of cooperation between police and
        prosecutors, of shared information and of common procedures at the borders. It leaves command where
        it is, in seven capitals.</p>

        <h2>How to tell whether it works</h2>

        <p>Three things can be checked in the coming months without waiting for crime statistics. The first
        is whether the projects receive a budget line and a responsible office in each country. The second
        is whether the donors report their spending against the same list. The third is whether prevention
        and rehabilitation, two of the four components, get a share of the money that resembles their share
        of the text.</p>

        <p>The governments of SICA say that the problem is regional. The follow-up will show whether the
        accounts are regional as well.</p>
        """,
        bylines=(("altamarea", "author"), ("fenwater", "contributor")),
        countries=("GT", "SV", "HN", "NI"),
        topics=("sica", "regional-security", "oas"),
        kicker="country:GT",
        tags=("SICA", "CARSI", "foreign aid"),
        published=noon(2011, 6, 24, 13, 5),
        lead_image="borders",
        picks=("oas-2011",),
    ),
    Story(
        key="ungass-2016",
        language="en",
        kind="brief",
        section="briefs",
        headline="UN drugs session adopts its text on the first morning",
        slug="un-drugs-session-adopts-text",
        dek="""
        Colombia, Guatemala and Mexico had the meeting brought forward by three years. The conventions stay;
        the vocabulary moves a little.
        """,
        body="""
        <p>The United Nations General Assembly opened its special session on the world drug problem in New
        York on Tuesday by adopting the outcome document that diplomats had settled beforehand. Speeches go
        on until Thursday.</p>

        <p>The session had been expected in 2019. It was brought forward at the request of Colombia,
        Guatemala and Mexico, whose governments argued that the countries along the routes of the trade
        could not wait for the end of a ten-year plan.</p>

        <p>The text reaffirms the three drug conventions of 1961, 1971 and 1988 and arranges its
        recommendations under seven headings, among them health, access to controlled medicines, human
        rights and alternative development. It calls for penalties in proportion to the offence. It does not
        contain the words “harm reduction”, which several governments wanted, and it takes no position on
        the death penalty for drug offences, which several delegations regretted aloud.</p>

        <p>For Latin America the practical part may be the reading of the conventions as leaving room for
        national choices. Who uses that room, and for what, is now a matter for legislatures. The
        governments agreed to take stock again in 2019.</p>
        """,
        bylines=(("quebracho", "author"),),
        countries=("CO", "GT", "MX"),
        topics=("drug-policy", "unodc"),
        kicker="topic:drug-policy",
        tags=("United Nations", "UNGASS 2016", "drug conventions"),
        published=noon(2016, 4, 20, 11, 45),
    ),
    Story(
        key="cicig-legacy",
        language="en",
        kind="analysis",
        section="analysis",
        headline="What a commission leaves behind: Guatemala after CICIG",
        slug="what-cicig-leaves-behind-guatemala",
        dek="""
        The UN-backed commission closed on September 3 after twelve years. Its cases drew the attention; the
        laws and offices it helped to build will decide its weight.
        """,
        body="""
        <p>The International Commission against Impunity in Guatemala, known by its Spanish initials as
        CICIG, ended its mandate on September 3. For twelve years it was an arrangement without a close
        parallel: an international body, independent of the United Nations in law although created by an
        agreement with it, that worked inside a country’s own courts.</p>

        <p>Guatemala and the United Nations signed the agreement in December 2006. Congress ratified it in
        August 2007 and it took effect in September of that year, for two years at first. It was extended
        several times. Three commissioners led it in turn: Carlos Castresana of Spain, Francisco Dall’Anese
        of Costa Rica and Iván Velásquez of Colombia. The government of President Jimmy Morales announced in
        August 2018 that it would not ask for another extension.</p>

        <h2>A guest in someone else’s courtroom</h2>

        <p>The commission could not indict anybody by itself. Its mandate was to support the Public
        Prosecutor’s Office and the police in investigating illegal groups and clandestine security
        structures, and to act as a complementary prosecutor beside national ones. Guatemalan judges decided
        every case. The design answered a ruling of 2004, in which the Constitutional Court found that an
        earlier plan for a commission handed over powers that the constitution reserves for national
        institutions.</p>

        <p>That limit turned out to be a method. Because nothing could be done without Guatemalan
        prosecutors, the commission had to train them, and the unit it worked with grew into the Special
        Prosecutor’s Office against Impunity, FECI.</p>

        <figure data-drawing="columns"><figcaption>CICIG worked through national courts, under national
        judges.</figcaption></figure>

        <h2>Laws that remain</h2>

        <p>The mandate also allowed the commission to recommend laws. Several parts of today’s procedure
        date from its early years or were shaped by its advice:</p>

        <ul>
        <li>courts for high-risk cases, which hear the most dangerous trials under special protection,
        created in 2009;</li>
        <li>wider rules for cooperating witnesses in the law against organised crime, and a stronger
        programme to protect them;</li>
        <li>the law on arms and ammunition of 2009, which set up a new control authority;</li>
        <li>the regular use of authorised wiretaps and of financial evidence in complex cases.</li>
        </ul>

        <p>None of these ends with the mandate. All of them can be worn away quietly, by budgets, by
        appointments or by a reform of a single article.</p>

        <h2>The neighbours’ versions</h2>

        <p>The model travelled. Honduras agreed in January 2016 with the Organization of American States on
        a support mission against corruption and impunity, MACCIH, which has a narrower remit: it
        accompanies national prosecutors and proposes reforms. In El Salvador, a commission against impunity
        was promised in this year’s election campaign and is expected within days, also with the OAS.</p>

        <table>
        <thead><tr><th>Body</th><th>Country</th><th>Agreed with</th><th>Began</th></tr></thead>
        <tbody><tr><td>CICIG</td><td>Guatemala</td><td>United Nations</td><td>2007</td></tr>
        <tr><td>MACCIH</td><td>Honduras</td><td>OAS</td><td>2016</td></tr>
        </tbody>
        </table>

        <p>The comparison shows two choices that every such agreement has to make. One is who may appear in
        court. CICIG could; a mission that only advises depends on the will of the office it advises. The
        other is who can end it. All these bodies live on fixed terms and need the consent of the government
        of the day, which may itself come to be investigated.</p>

        <h2>A measure of success</h2>

        <p>Counting convictions says little about an institution that was meant to make itself unnecessary.
        A better test is what happens to the prosecutors, analysts and judges who stay. Whether files move
        forward, whether staff keep their posts and whether witnesses remain protected can be observed from
        the public record, month by month.</p>

        <p>Guatemala inaugurates a new president in January. The commission’s archive and its
        recommendations will be on the desk. So will the statutes it helped to write, which need no
        extension to stay in force.</p>
        """,
        bylines=(("quebracho", "author"), ("piedralba", "editor")),
        countries=("GT", "HN", "SV"),
        topics=("cicig", "impunity", "oas"),
        kicker="topic:cicig",
        tags=("CICIG", "MACCIH", "prosecutors"),
        published=noon(2019, 9, 5, 12, 0),
        lead_image="columns",
        picks=("untoc-twenty",),
    ),
    Story(
        key="untoc-twenty",
        language="en",
        kind="analysis",
        section="explainers",
        headline="The Palermo Convention at twenty: what it obliges states to do",
        slug="palermo-convention-at-twenty",
        dek="""
        Nearly every country has joined the United Nations treaty against organised crime. A guide to its
        definitions, its three protocols and the review that has just begun.
        """,
        body="""
        <p>On December 12, 2000, governments began to sign the United Nations Convention against
        Transnational Organized Crime in Palermo, where the Mafia had murdered the judges who investigated
        it. Twenty years later it has about 190 parties, among them almost all the states of the Americas.
        It remains the only global treaty written against organised crime as such.</p>

        <p>The General Assembly adopted it on November 15, 2000, in resolution 55/25. It took effect on
        September 29, 2003, ninety days after the fortieth ratification. In this region Peru ratified in
        2002, Mexico, Guatemala and Honduras in 2003, and Brazil and El Salvador in 2004.</p>

        <h2>What counts as a group</h2>

        <p>The drafters avoided a list of crimes, which would have aged quickly. They defined the group and
        the gravity of its acts. An <em>organized criminal group</em> is a structured group of three or more
        people that exists for a period of time and acts in concert to commit serious crimes for financial
        or other material benefit. Article 2 sets the mark for the gravity:</p>

        <blockquote><p>“Serious crime” shall mean conduct constituting an offence punishable by a maximum
        deprivation of liberty of at least four years or a more serious penalty.</p></blockquote>

        <p>The threshold does much of the work. A state that wants to use the convention against a new
        business, such as the illegal timber trade, can bring it within reach by raising the maximum penalty
        to four years.</p>

        <h2>Four crimes and a network of requests</h2>

        <p>Parties must make four things criminal: taking part in an organised criminal group, laundering
        the proceeds of crime, corruption of public officials and obstruction of justice. They must also be
        able to hold companies liable, whether by criminal, civil or administrative law, and to confiscate
        proceeds.</p>

        <p>The greater part of the text is about cooperation. It can serve as the legal basis for
        extradition and for mutual legal assistance between countries that have no treaty of their own. It
        provides for joint investigations, protection of witnesses and the return of seized property. Each
        party names a central authority that receives the requests.</p>

        <figure data-drawing="borders"><figcaption>The convention applies when a crime crosses a border, in
        its planning, its execution or its effects.</figcaption></figure>

        <h2>Three protocols</h2>

        <p>A country must join the convention before it can join a protocol, and each protocol is joined
        separately.</p>

        <table>
        <thead><tr><th>Protocol</th><th>Adopted</th><th>In force</th></tr></thead>
        <tbody><tr><td>Trafficking in persons</td><td>November 2000</td><td>December 25, 2003</td></tr>
        <tr><td>Smuggling of migrants</td><td>November 2000</td><td>January 28, 2004</td></tr>
        <tr><td>Firearms</td><td>May 2001</td><td>July 3, 2005</td></tr>
        </tbody>
        </table>

        <p>The protocol on trafficking in persons is the most widely ratified and gave the world its first
        agreed definition of that crime. The firearms protocol has fewer parties; it asks states to mark
        weapons when they are made and imported, to keep records for ten years and to license exports.</p>

        <h2>Who checks</h2>

        <p>For two decades nobody did, at least not in a formal way. The Conference of the Parties, which
        meets in Vienna every two years, gathered questionnaires that many governments left unanswered. In
        2018 it adopted the rules of a review mechanism, and in October 2020 it launched the reviews. Each
        country is to be examined by two others, article by article, in a process planned to take several
        years.</p>

        <p>The compromise that made the mechanism possible also limits it. It is meant to be non-intrusive
        and not to rank countries. Full reports are published only if the state concerned agrees; summaries
        circulate among the parties. Organisations outside government may speak at certain meetings but have
        no seat in the reviews.</p>

        <h2>Reading a signature</h2>

        <p>Ratification tells us that a country has accepted duties. It does not tell us that its code
        contains the four offences, that its central authority answers letters or that judges know they may
        use the convention. Those are three separate questions, and for most countries of the region the
        answers have to be gathered from gazettes, court registers and annual reports. The review, if its
        results are published, would make that work lighter.</p>

        <p>The convention and its protocols can be read at the <a
        href="https://www.unodc.org/unodc/en/organized-crime/intro/UNTOC.html">United Nations Office on
        Drugs and Crime</a>, which serves as its secretariat.</p>
        """,
        bylines=(("oakhaven", "author"),),
        countries=("PE", "MX", "BR"),
        topics=("unodc", "treaties", "human-trafficking", "firearms"),
        kicker="topic:treaties",
        tags=("Palermo Convention", "United Nations", "extradition"),
        published=noon(2020, 12, 15, 12, 30),
        lead_image="treaty",
        picks=("trafficking-law", "cicig-legacy"),
    ),
    Story(
        key="gang-names",
        language="en",
        kind="profile",
        section="profiles",
        headline="Barrio 18 and MS13: two Los Angeles names in three republics",
        slug="barrio-18-ms13-los-angeles-names",
        dek="""
        How two street gangs of southern California became the largest of El Salvador, Guatemala and
        Honduras, and what states have tried.
        """,
        body="""
        <p>Barrio 18 takes its name from 18th Street, in a part of Los Angeles where Mexican American youths
        formed a gang in the 1960s that was unusual for admitting newcomers of other origins. The Mara
        Salvatrucha, later MS13, was formed in the same city around 1980 by young people whose families had
        left El Salvador. The two were allies before they were enemies, and neither was planned for
        export.</p>

        <h2>The road south</h2>

        <p>Three dates explain most of the journey. El Salvador’s civil war ended with the Chapultepec
        accords of January 1992, and return became possible. California hardened its sentences in the same
        decade. In 1996 the United States widened the grounds for deporting foreign citizens with
        convictions. Thousands of people were sent to countries that many of them had left as small
        children, often without any notice to the receiving police of who was coming.</p>

        <p>They met local groups of adolescents who already fought over neighbourhoods. The imported names,
        signs and rules gave those groups a larger identity. By the end of the 1990s most of them in San
        Salvador, Guatemala City, Tegucigalpa and San Pedro Sula were one or the other.</p>

        <figure data-drawing="streets"><figcaption>Both gangs began as a matter of a few
        blocks.</figcaption></figure>

        <h2>How they are built</h2>

        <p>Neither gang is a pyramid. The basic unit is the local cell, called a <em>clica</em> in MS13 and
        more often a <em>cancha</em> or <em>tribu</em> in Barrio 18, which controls a territory and collects
        extortion from transport, shops and households. Extortion in small sums, paid weekly by very many
        people, is their main documented income in Central America. Drug sales at street level come second.
        Their share in international trafficking is generally described as minor.</p>

        <p>Barrio 18 in El Salvador split in the middle of the 2000s into two factions, Sureños and
        Revolucionarios, which have been rivals since. In Guatemala and Honduras the name covers other
        structures, with their own leaders. A story that says “Barrio 18” without a country says less than
        it seems to.</p>

        <h2>What states have tried</h2>

        <table>
        <thead><tr><th>Year</th><th>Country</th><th>Measure</th></tr></thead>
        <tbody><tr><td>2003</td><td>Honduras</td><td>Reform of the article on illicit association, aimed at
        gang membership</td></tr>
        <tr><td>2003</td><td>El Salvador</td><td><em>Mano Dura</em> plan; the special anti-gang law was
        struck down in 2004</td></tr>
        <tr><td>2012</td><td>El Salvador</td><td>Truce between gangs, with transfers of imprisoned
        leaders</td></tr>
        <tr><td>2015</td><td>El Salvador</td><td>Constitutional Chamber classes the gangs as terrorist
        groups</td></tr>
        <tr><td>2022</td><td>El Salvador</td><td>State of exception, from March 27</td></tr>
        </tbody>
        </table>

        <p>The first wave of laws filled prisons, which were then divided by gang to prevent killings. The
        prisons became places where leaders who had never met could confer, and authority moved inside.</p>

        <p>The truce of March 2012 was followed by a steep drop in the homicide rate of El Salvador, from
        about 70 for every 100,000 people in 2011 to about 41 in 2012. It held for little more than a year.
        In 2015, after it had collapsed, the rate passed 100. Extortion had gone on throughout, and
        disappearances were counted apart from murders, two reasons why the truce is still argued over.</p>

        <p>The state of exception was decreed after a weekend in March in which 87 people were killed. It
        suspends, among other guarantees, the right to be told the reasons for an arrest and the limit of 72
        hours before a detainee sees a judge. The Legislative Assembly has prolonged it every month since.
        Human rights bodies have recorded complaints of arbitrary arrest and deaths in custody; the
        government points to the fall in murders.</p>

        <h2>What to keep apart</h2>

        <p>Reporting on the two gangs is easier to check if four things are kept apart: membership, which
        the law has defined differently over the years; collaboration, often forced; residence in a
        controlled district, which is no offence; and a tattoo, which is only a fact about skin.</p>

        <p>This profile names no individual. It describes two organisations as the courts, the official
        statistics and the published research of three countries describe them.</p>
        """,
        bylines=(("maravedi", "author"), ("altamarea", "data")),
        countries=("SV", "GT", "HN"),
        topics=("barrio-18", "ms13", "gangs", "prisons"),
        kicker="topic:barrio-18",
        tags=("state of exception", "extortion", "deportation"),
        published=noon(2022, 8, 16, 12, 15),
        lead_image="streets",
        picks=("homicide-rates",),
    ),
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
        lead_image="port",
        picks=("untoc-twenty",),
    ),
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
        lead_image="ledger",
        picks=("cites-permit",),
    ),
    Story(
        key="cites-permit",
        language="en",
        kind="investigation",
        section="investigations",
        headline="What the permit says: following a plank through its papers",
        slug="what-the-permit-says-timber-papers",
        dek="""
        Ipê and cumaru came under CITES control on November 25. We read the treaty’s rules as a shipment
        would meet them, and marked each point where a lie can enter.
        """,
        body="""
        <p>A plank of tropical hardwood on a quay in Europe or North America is accompanied by more paper
        than any other sawn wood. Since November 25 that is true of two further groups of trees, ipê and
        cumaru, which decks and boardwalks have made familiar to people who have never heard their names.
        For this story we followed the rules of the Convention on International Trade in Endangered Species,
        CITES, from stump to quay. Our sources are the treaty, its appendices and the published duties of
        the authorities that apply it.</p>

        <h2>A treaty about trade</h2>

        <p>CITES was signed in Washington on March 3, 1973, and took effect on July 1, 1975. It has more
        than 180 parties. It does not protect forests; it regulates what crosses borders. Species are placed
        in three appendices, and most commercial timber is in the second, where trade is allowed with a
        permit from the exporting country.</p>

        <table>
        <thead><tr><th>Tree</th><th>Decision to list in Appendix II</th><th>In effect</th></tr></thead>
        <tbody><tr><td>Big-leaf mahogany</td><td>Santiago, 2002</td><td>November 2003</td></tr>
        <tr><td>Rosewoods (all <em>Dalbergia</em>)</td><td>Johannesburg, 2016</td><td>January 2017</td></tr>
        <tr><td>Cedar (<em>Cedrela</em>)</td><td>Geneva, 2019</td><td>August 2020</td></tr>
        <tr><td>Ipê and cumaru</td><td>Panama City, 2022</td><td>November 2024</td></tr>
        </tbody>
        </table>

        <p>The two years between the last decision and its effect were meant for preparation. They were also
        two years in which stocks could leave without a permit, which is why the date of felling and the
        date of export are the first things to look for on a document.</p>

        <figure data-drawing="canopy"><figcaption>Valuable trees stand far apart, so a short side track can
        serve a single trunk.</figcaption></figure>

        <h2>Point one: the stump</h2>

        <p>Before a permit is granted, two authorities must agree. A Scientific Authority has to advise that
        the export will not harm the survival of the species. A Management Authority has to be satisfied
        that the wood was not obtained against the law of the country. In Brazil the permits are issued by
        the environmental institute IBAMA; in Guatemala by the council of protected areas, CONAP; in Peru by
        the forest service, SERFOR, while another body, OSINFOR, inspects concessions after the fact.</p>

        <p>Everything rests on the inventory that says which trees stand where. An inventory that lists
        trees which do not exist creates volume on paper. That volume can cover trunks cut somewhere else,
        in a park or on indigenous land. Only a visit to the coordinates shows the difference, and
        inspections come late or not at all where an office has two vehicles for a province.</p>

        <h2>Point two: the sawmill</h2>

        <p>A log has a number; a plank usually does not. At the mill, volumes are converted by a factor that
        estimates how much sawn wood a log yields. A generous factor turns fewer logs into more legal
        planks. The correction is arithmetic: compare what a mill bought with what it sold, over a year. The
        figures are held by the authority, and in several countries they can be requested under
        access-to-information laws.</p>

        <h2>Point three: the name</h2>

        <p>Once the bark is gone, few people can tell related timbers apart. A listed species can travel
        under the name of one that is not listed. Wood anatomists can settle the matter with a hand lens and
        a reference collection, and laboratories can do so by chemistry, but a customs officer has
        minutes.</p>

        <h2>Point four: the quay</h2>

        <p>An export permit is valid for six months and must be presented before import. The importing
        country can refuse it, or write to the office that issued it to ask whether it is genuine. The
        permit travels with the goods. It is only as good as the answer to that letter.</p>

        <p>Importers are bound by laws of their own. Since 2008 the Lacey Act in the United States has
        covered plants taken in breach of foreign law. The European Union has forbidden placing illegal
        timber on its market since March 2013. Both ask the buyer to know more than the permit says.</p>

        <h2>What we could not see</h2>

        <p>We did not trace a particular shipment, and this story accuses no company. Its purpose is
        narrower: a list of four questions that can be put to any load.</p>

        <ol>
        <li>Do the trees of the inventory exist at their coordinates?</li>
        <li>Do the mill’s purchases cover its sales?</li>
        <li>Is the wood the species that the paper names?</li>
        <li>Did anybody ask the issuing office?</li>
        </ol>

        <p>The text of the convention is published by <a href="https://cites.org/eng/disc/text.php">its
        secretariat in Geneva</a>.</p>
        """,
        bylines=(("piedralba", "author"), ("oakhaven", "contributor")),
        countries=("BR", "PE", "GT", "PA"),
        topics=("environmental-crime", "treaties"),
        kicker="topic:environmental-crime",
        tags=("CITES", "timber", "ipê"),
        published=noon(2024, 12, 3, 12, 0),
        lead_image="canopy",
        picks=("grey-list",),
    ),
    Story(
        key="trafficking-law",
        language="en",
        kind="analysis",
        section="explainers",
        headline="Trafficking is not smuggling: two protocols and why courts confuse them",
        slug="trafficking-is-not-smuggling",
        dek="""
        One crime is committed against a person, the other against a border. The laws of six countries keep
        them apart on paper; the difference decides who is protected.
        """,
        body="""
        <p>A woman pays a guide to cross a river. On the other side somebody takes her papers, says that the
        price has gone up and puts her to work to settle the debt. Up to the riverbank the law sees one
        crime; after it, another. July 30, the World Day against Trafficking in Persons, is an occasion to
        recall where the line runs.</p>

        <h2>Two texts from the same day</h2>

        <p>Both crimes were defined by protocols to the Palermo Convention, adopted by the General Assembly
        of the United Nations on November 15, 2000. They share a birthday and a mother treaty. In substance
        they have little in common.</p>

        <table>
        <thead><tr><th></th><th>Trafficking in persons</th><th>Smuggling of migrants</th></tr></thead>
        <tbody><tr><td>Purpose</td><td>Exploitation</td><td>Financial or other material benefit</td></tr>
        <tr><td>Border</td><td>Not required</td><td>Required: illegal entry into a state</td></tr>
        <tr><td>Consent</td><td>Irrelevant if obtained by force, fraud or abuse; always irrelevant for
        children</td><td>Normally present</td></tr>
        <tr><td>Harmed</td><td>The person</td><td>The state, and often the person too</td></tr>
        </tbody>
        </table>

        <h2>Act, means, purpose</h2>

        <p>Trafficking has three elements. There is an <em>act</em>: recruiting, transporting, transferring,
        harbouring or receiving somebody. There is a <em>means</em>: threat, force, abduction, fraud,
        deception, abuse of power or of a position of vulnerability, or payment to somebody who has control
        over another. And there is a <em>purpose</em>: exploitation, which includes at the least sexual
        exploitation, forced labour, slavery and similar practices, servitude and the removal of organs.</p>

        <p>If the person is under eighteen, no means need be shown. The recruitment of a child for
        exploitation is trafficking even if nobody lied or threatened.</p>

        <p>Nothing in the definition speaks of a border. A person can be trafficked from one street to the
        next, and movement itself is only one of the five acts.</p>

        <h2>The people who are carried</h2>

        <p>The protocol on smuggling is aimed at those who earn from the crossing. Its fifth article says
        that migrants shall not become liable to prosecution under it for having been smuggled. States may
        still apply their own migration law, and they do. A victim of trafficking, by contrast, is to be
        offered protection of identity, information about proceedings and, where possible, help with
        housing, medical care and work, and states are asked to consider letting her stay.</p>

        <p>So the label chosen in the first hours has consequences. Called smuggled, a person is likely to
        be returned within days, and the only witness goes with her. Called trafficked, she may remain long
        enough to decide whether to speak.</p>

        <h2>Six laws</h2>

        <p>Countries of the region wrote the definition into national law over some fifteen years:</p>

        <ul>
        <li>Colombia, Law 985 of 2005;</li>
        <li>Peru, Law 28950 of 2007;</li>
        <li>Guatemala, Decree 9-2009, which also created a secretariat against sexual violence, exploitation
        and trafficking;</li>
        <li>Honduras, Decree 59-2012, with an inter-agency commission;</li>
        <li>Mexico, a general law of June 2012 that binds the federation and the states;</li>
        <li>El Salvador, a special law of 2014.</li>
        </ul>

        <p>They differ in detail. Some require proof of means, as the protocol does for adults; others treat
        means as an aggravating circumstance, which makes conviction easier and the crime wider. Comparing
        the number of cases between two countries without reading both definitions is therefore unsafe.</p>

        <h2>Why the confusion lasts</h2>

        <p>Part of it lies in language. In Spanish <em>trata</em> and <em>tráfico</em> stand for the two
        crimes, and in English <em>trafficking</em> is the equivalent of <em>trata</em>, the word it
        resembles less. Reports translated in haste exchange them. Part of it is evidence: a crossing leaves
        witnesses and vehicles, while deception is proved by what somebody was told in private. And part is
        politics, since announcing an operation against traffickers sounds better than announcing one
        against guides.</p>

        <p>A reader can apply the test in one sentence. If the harm would remain with the border taken away,
        the case is trafficking.</p>
        """,
        bylines=(("oakhaven", "author"), ("piedralba", "contributor")),
        countries=("GT", "HN", "SV", "MX", "CO", "PE"),
        topics=("human-trafficking", "treaties", "unodc"),
        kicker="topic:human-trafficking",
        tags=("Palermo Convention", "migration", "victims’ rights"),
        published=noon(2025, 7, 30, 11, 30),
        picks=("untoc-twenty",),
    ),
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
        lead_image="tally",
        picks=("gang-names",),
    ),
)
