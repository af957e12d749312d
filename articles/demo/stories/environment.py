"""Timber, gold and mercury."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
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

        <blockquote class="pull-quote"><p>A permit is only as good as the answer to the letter that asks
        about it.</p></blockquote>

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
        lead_image="port",
        picks=("grey-list",),
    ),
    Story(
        key="orinoco-arc",
        language="en",
        kind="brief",
        section="briefs",
        headline="Venezuela decrees a mining zone larger than Portugal",
        slug="venezuela-decrees-orinoco-mining-arc",
        dek="""
        Almost 112,000 square kilometres south of the Orinoco are opened to gold, diamonds and coltan. Much
        of the area was protected already.
        """,
        body="""
        <p>Venezuela’s government has created a zone of strategic development called the Orinoco Mining Arc.
        Decree 2,248, published this week, marks out 111,843 square kilometres in the state of Bolívar, some
        12 percent of the country, in four areas for bauxite, iron, coltan, diamonds and above all gold.</p>

        <p>The price of oil explains the hour. Petroleum brings in nearly all of the country’s foreign
        currency, and it has lost more than two thirds of its price since the middle of 2014. Gold that
        miners sell to the central bank is currency of another kind.</p>

        <p>The law explains the worry. Rivers that feed the Caroní, and with it the dam at Guri, rise in the
        zone; forest reserves and the lands of several indigenous peoples lie within it or beside it. The
        constitution requires a study of environmental impact and the consultation of those peoples before
        resources are taken from their lands. The decree appears without either. It also says that private
        or group interests shall not prevail over the general one in the zone, and names unions and other
        associations.</p>

        <p>Small-scale miners work there in their thousands, most without title and with mercury. Who will
        register them, and who guards the roads that they use, the decree leaves for later.</p>
        """,
        bylines=(("piedralba", "author"),),
        countries=("VE",),
        topics=("illegal-mining", "environmental-crime"),
        kicker="country:VE",
        tags=("gold", "Orinoco Mining Arc", "Bolívar"),
        published=noon(2016, 2, 26, 13, 20),
        picks=("mercury-treaty",),
    ),
    Story(
        key="mercury-treaty",
        language="en",
        kind="brief",
        section="briefs",
        headline="A treaty on mercury takes effect, with the gold miners in Article 7",
        slug="mercury-treaty-takes-effect-gold-miners",
        dek="""
        Peru, Ecuador and Brazil are bound from the first months. The convention asks for plans; it does not
        ask when the last bottle must be gone.
        """,
        body="""
        <p>The Minamata Convention on Mercury entered into force on Wednesday, ninety days after its
        fiftieth ratification. It carries the name of the Japanese bay where a factory poisoned thousands of
        people through the fish that they ate.</p>

        <p>For the Amazon the part to read is Article 7, on small-scale gold mining. Miners bind fine gold
        with mercury and then burn the mercury off; according to the United Nations no other activity
        releases more of it. A country that finds such mining to be “more than insignificant” on its
        territory has to tell the secretariat and to send a national plan within three years, with steps
        against the worst habits: burning in the open, burning at home, and amalgamating whole ore.</p>

        <p>Peru and Ecuador ratified last year; Brazil deposited its ratification this month and Colombia’s
        Congress still has the text before it. Trade is the harder half. Exports of mercury need the written
        consent of the buyer’s state, which closes the lawful route and raises the price of the other.</p>

        <p>The convention sets years for lamps, batteries and factories. For gold it sets none: mercury is
        to be reduced and, “where feasible”, eliminated. That clause will be read slowly in Madre de Dios.</p>
        """,
        bylines=(("oakhaven", "author"), ("piedralba", "contributor")),
        countries=("PE", "EC", "BR", "CO"),
        topics=("illegal-mining", "treaties", "environmental-crime"),
        kicker="topic:illegal-mining",
        tags=("gold", "mercury", "Minamata Convention"),
        published=noon(2017, 8, 18, 12, 10),
        lead_image="river",
        picks=("orinoco-arc",),
    ),
)
