"""Courts, prisons, and what is owed after a war."""

from datetime import date

from articles.demo.shapes import Both, Topic

JUSTICE: tuple[Topic, ...] = (
    Topic(
        "cicig",
        "institution",
        Both("CICIG", "CICIG"),
        Both("cicig", "cicig"),
        Both(
            """
            <p>The International Commission against Impunity in Guatemala worked from September 2007 to
            September 3, 2019. It was independent of the United Nations in law, was paid for by
            voluntary contributions and acted inside the courts of one country.</p>

            <h2>How it came about</h2>

            <p>An earlier plan failed in 2004, when the Constitutional Court found that it gave away
            powers reserved for national prosecutors. The agreement that replaced it was signed in New
            York on December 12, 2006, and Congress approved it in August 2007.</p>

            <h2>What it could do</h2>

            <p>It supported prosecutors and police in investigating illegal bodies and clandestine
            security structures, could join cases as a complementary prosecutor and could recommend
            laws. It could not indict anybody alone. Guatemalan judges decided every case.</p>

            <h2>What remained</h2>

            <p>Courts for high-risk cases date from 2009, as does the law on arms and ammunition. The
            prosecutor’s unit that worked with it became a permanent office, FECI. The government
            announced in August 2018 that it would not ask for another extension.</p>

            <h2>What is disputed</h2>

            <p>Supporters point to cases that no earlier prosecutor had dared to bring; critics say that
            it went beyond its mandate. The debate on its record has continued in the courts. We report
            rulings by date and name of the court, and note whether they are final.</p>
            """,
            """
            <p>La Comisión Internacional contra la Impunidad en Guatemala trabajó entre septiembre de
            2007 y el 3 de septiembre de 2019. Era jurídicamente independiente de las Naciones Unidas,
            vivía de aportes voluntarios y actuaba dentro de los tribunales de un país.</p>

            <h2>Cómo se formó</h2>

            <p>Un proyecto anterior fracasó en 2004, cuando la Corte de Constitucionalidad encontró que
            entregaba facultades reservadas a la fiscalía nacional. El acuerdo que lo reemplazó se firmó
            en Nueva York el 12 de diciembre de 2006, y el Congreso lo aprobó en agosto de 2007.</p>

            <h2>Qué podía hacer</h2>

            <p>Apoyaba a fiscales y policías en la investigación de cuerpos ilegales y aparatos
            clandestinos de seguridad, podía sumarse a los procesos como querellante adhesivo y podía
            recomendar leyes. No podía acusar por sí sola. Todos los casos los resolvieron jueces
            guatemaltecos.</p>

            <h2>Qué quedó</h2>

            <p>Los tribunales de mayor riesgo datan de 2009, igual que la ley de armas y municiones. La
            unidad de fiscales que trabajaba con ella se volvió una oficina permanente, la FECI. En
            agosto de 2018, el Gobierno anunció que no pediría otra prórroga.</p>

            <h2>Qué se discute</h2>

            <p>Quienes la apoyan señalan casos que ningún fiscal anterior se había atrevido a llevar;
            sus críticos dicen que se excedió en su mandato. El debate sobre su obra ha seguido en los
            tribunales. Damos cada fallo con su fecha y su tribunal, y decimos si es firme.</p>
            """,
        ),
        reviewed=date(2026, 9, 3),
    ),
    Topic(
        "impunity",
        "theme",
        Both("Impunity and justice reform", "Impunidad y reforma judicial"),
        Both("impunity-and-justice-reform", "impunidad-y-reforma-judicial"),
        Both(
            """
            <p>Impunity is the distance between the crimes that are committed and those that a court
            decides. It has many causes, from a complaint that nobody makes to a file that nobody opens,
            and only some of them are corruption.</p>

            <h2>Treaties and rulings</h2>

            <p>The Inter-American Convention against Corruption, signed in Caracas in 1996, was the
            first of its kind; the United Nations convention followed in 2003. In 2001, in the case of
            Barrios Altos against Peru, the Inter-American Court held that amnesties for grave
            violations of human rights have no legal effect. National courts have relied on it
            since.</p>

            <h2>Help from outside</h2>

            <p>Guatemala had an international commission, CICIG, from 2007 to 2019; Honduras a mission
            of the OAS, MACCIH, from 2016 to 2020; El Salvador a commission, CICIES, from 2019 to 2021.
            Each depended on the consent of the government of the day, and each ended when that was
            withdrawn.</p>

            <h2>Reading the figures</h2>

            <p>A rate of impunity needs two numbers, and the lower one is usually guessed. Surveys of
            victims help: in Mexico the yearly one by INEGI finds that more than nine in ten offences
            are never reported or never investigated. Convictions alone say little, since a prosecutor
            can win every case and choose only easy ones.</p>
            """,
            """
            <p>La impunidad es la distancia entre los delitos que se cometen y los que decide un
            tribunal. Tiene muchas causas, desde la denuncia que nadie presenta hasta el expediente que
            nadie abre, y solo algunas son corrupción.</p>

            <h2>Tratados y sentencias</h2>

            <p>La Convención Interamericana contra la Corrupción, firmada en Caracas en 1996, fue la
            primera de su clase; la de las Naciones Unidas siguió en 2003. En 2001, en el caso Barrios
            Altos contra Perú, la Corte Interamericana sostuvo que las amnistías por violaciones graves
            de los derechos humanos carecen de efectos jurídicos. Desde entonces se apoyan en ella los
            tribunales nacionales.</p>

            <h2>Ayuda de fuera</h2>

            <p>Guatemala tuvo una comisión internacional, la CICIG, entre 2007 y 2019; Honduras, una
            misión de la OEA, la MACCIH, entre 2016 y 2020; El Salvador, una comisión, la CICIES, entre
            2019 y 2021. Todas dependían del consentimiento del gobierno de turno y todas terminaron
            cuando este se retiró.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Una tasa de impunidad necesita dos números, y el de abajo suele ser una conjetura. Ayudan
            las encuestas de víctimas: en México, la que hace el INEGI cada año encuentra que más de
            nueve de cada diez delitos no se denuncian o no se investigan. Las condenas, por sí solas,
            dicen poco: un fiscal puede ganar todos los casos y escoger solo los fáciles.</p>
            """,
        ),
        aliases=("MACCIH", "CICIES"),
        reviewed=date(2026, 5, 26),
    ),
    Topic(
        "peace-agreements",
        "theme",
        Both("Peace agreements", "Acuerdos de paz"),
        Both("peace-agreements", "acuerdos-de-paz"),
        Both(
            """
            <p>Between 1988 and 2016, four wars of the region were settled at a table. The agreements
            did more than silence guns: they founded police forces, courts and programmes for land, and
            those are what these stories follow.</p>

            <h2>Four tables</h2>

            <p>The presidents of Central America agreed on a procedure at Esquipulas in August 1987.
            Nicaragua’s government and the Contras signed a ceasefire at Sapoá in March 1988. El
            Salvador’s war ended with the Chapultepec accords of January 1992, Guatemala’s with a firm
            and lasting peace on December 29, 1996. Colombia’s government and the FARC signed on
            November 24, 2016.</p>

            <h2>Truth and justice</h2>

            <p>Truth commissions reported in El Salvador in March 1993, in Guatemala in February 1999
            and in Colombia in June 2022. Days after the first of these reports El Salvador passed an
            amnesty; its Constitutional Chamber struck it down in July 2016. Colombia created a court,
            the JEP, that trades truth for sentences without prison. Its first came in September
            2025.</p>

            <h2>What is disputed</h2>

            <p>Whether justice delayed peace, or amnesty only postponed justice. And what counts as
            fulfilment. Commitments that depend on one signature are usually met; those that need many
            offices in remote places are begun.</p>
            """,
            """
            <p>Entre 1988 y 2016, cuatro guerras de la región se cerraron en una mesa. Los acuerdos
            hicieron más que callar las armas: fundaron policías, tribunales y programas de tierras, y
            eso es lo que siguen estos artículos.</p>

            <h2>Cuatro mesas</h2>

            <p>Los presidentes de Centroamérica convinieron un procedimiento en Esquipulas en agosto de
            1987. El Gobierno de Nicaragua y la Contra firmaron un alto el fuego en Sapoá en marzo de
            1988. La guerra de El Salvador terminó con los Acuerdos de Chapultepec, en enero de 1992; la
            de Guatemala, con la paz firme y duradera del 29 de diciembre de 1996. El Gobierno de
            Colombia y las FARC firmaron el 24 de noviembre de 2016.</p>

            <h2>Verdad y justicia</h2>

            <p>Las comisiones de la verdad entregaron sus informes en El Salvador en marzo de 1993, en
            Guatemala en febrero de 1999 y en Colombia en junio de 2022. A los pocos días del primero,
            El Salvador aprobó una amnistía, que su Sala de lo Constitucional anuló en julio de 2016.
            Colombia creó un tribunal, la JEP, que ofrece sanciones sin cárcel a cambio de la verdad.
            Las primeras llegaron en septiembre de 2025.</p>

            <h2>Qué se discute</h2>

            <p>Si la justicia retrasó la paz o si la amnistía solo aplazó la justicia. Y qué cuenta como
            cumplir. Lo que depende de una firma suele hacerse; lo que exige muchas oficinas en lugares
            apartados se empieza.</p>
            """,
        ),
        aliases=("transitional justice", "justicia transicional"),
        reviewed=date(2026, 11, 24),
    ),
    Topic(
        "prisons",
        "theme",
        Both("Prisons", "Cárceles"),
        Both("prisons", "carceles"),
        Both(
            """
            <p>Whoever locks a person up answers for that person’s life. From this sentence, repeated by
            the Inter-American Court, follows most of what the law says about prisons.</p>

            <h2>The rules</h2>

            <p>The United Nations revised its minimum rules in December 2015 and named them after Nelson
            Mandela; there are 122. Rules for women prisoners, the Bangkok Rules, date from 2010. The
            Inter-American Commission published principles of its own in 2008. None is a treaty, and
            courts cite all three.</p>

            <h2>Overcrowding and remand</h2>

            <p>In many countries of the region a third or more of those detained have not been
            sentenced. Where the law makes detention before trial obligatory for a list of offences,
            numbers grow without a decision by anybody; the Inter-American Court found against Mexico on
            this point in two judgments published in 2023. Colombia’s Constitutional Court declared the
            whole prison system contrary to the constitution in 1998, and again in 2013 and 2015.
            Brazil’s Supreme Court took the same road in 2015.</p>

            <h2>Who governs inside</h2>

            <p>Where one guard looks after a hundred people, beds and food are shared out by the
            best-organised group. Several criminal organisations of the continent began or grew in that
            way.</p>

            <h2>Reading the figures</h2>

            <p>“Occupancy” divides people by places, and the number of places is set by the
            administration that is being measured.</p>
            """,
            """
            <p>Quien encierra a una persona responde de su vida. De esa frase, que la Corte
            Interamericana ha repetido, se sigue casi todo lo que el derecho dice de las cárceles.</p>

            <h2>Las reglas</h2>

            <p>Las Naciones Unidas revisaron sus reglas mínimas en diciembre de 2015 y les dieron el
            nombre de Nelson Mandela; son 122. Las de Bangkok, para mujeres presas, son de 2010. La
            Comisión Interamericana publicó sus propios principios en 2008. Ninguno de los tres textos
            es un tratado, y los tribunales citan los tres.</p>

            <h2>Hacinamiento y prisión preventiva</h2>

            <p>En muchos países de la región, un tercio o más de los detenidos no tiene condena. Donde
            la ley vuelve obligatoria la prisión preventiva para una lista de delitos, el número crece
            sin que nadie lo decida; la Corte Interamericana falló contra México por ello en dos
            sentencias publicadas en 2023. La Corte Constitucional de Colombia declaró todo el sistema
            contrario a la Constitución en 1998, y de nuevo en 2013 y 2015. El Supremo Tribunal Federal
            de Brasil siguió ese camino en 2015.</p>

            <h2>Quién manda adentro</h2>

            <p>Donde un custodio cuida a cien personas, las camas y la comida las reparte el grupo mejor
            organizado. Varias organizaciones criminales del continente nacieron o crecieron así.</p>

            <h2>Cómo leer las cifras</h2>

            <p>La “ocupación” divide personas entre plazas, y el número de plazas lo fija la
            administración a la que se mide.</p>
            """,
        ),
        aliases=("Mandela Rules", "Reglas Mandela"),
        reviewed=date(2026, 2, 14),
    ),
)
