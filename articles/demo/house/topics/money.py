"""Illicit money and those who watch it."""

from datetime import date

from articles.demo.shapes import Both, Topic

MONEY: tuple[Topic, ...] = (
    Topic(
        "fatf",
        "institution",
        Both("FATF and GAFILAT", "GAFI y GAFILAT"),
        Both("fatf-and-gafilat", "gafi-y-gafilat"),
        Both(
            """
            <p>The Financial Action Task Force was created by the G7 summit in Paris in 1989. Its forty
            recommendations are the standard by which states are judged on money laundering. GAFILAT
            applies them in Latin America, and a sister body in the Caribbean.</p>

            <h2>How it came about</h2>

            <p>The recommendations appeared in 1990, about drug money. After September 2001 the
            financing of terrorism was added, and in 2012 the text was rewritten as a whole. GAFILAT was
            founded as GAFISUD in Cartagena in December 2000, took its present name in 2014 and works
            from Buenos Aires. Argentina, Brazil and Mexico belong to both.</p>

            <h2>How it works</h2>

            <p>Experts from other countries visit, read the law and ask for cases. They give one set of
            marks for the law and one for its effect. The plenary meets three times a year, in February,
            June and October, and publishes its two lists at the end: grey for those under increased
            monitoring, black for a call to action.</p>

            <h2>What is disputed</h2>

            <p>The list has no force in law, yet banks treat it as a price. The countries on it tend to
            be small, while large financial centres are members. A removal means that a plan was carried
            out. It does not certify that a country is clean, just as a listing accuses no bank.</p>
            """,
            """
            <p>El Grupo de Acción Financiera Internacional fue creado por la cumbre del G7 en París en
            1989. Sus cuarenta recomendaciones son la norma con la que se juzga a los Estados en materia
            de lavado. El GAFILAT las aplica en América Latina y un organismo hermano, en el Caribe.</p>

            <h2>Cómo se formó</h2>

            <p>Las recomendaciones salieron en 1990 y trataban del dinero de las drogas. Después de
            septiembre de 2001 se agregó el financiamiento del terrorismo y en 2012 se reescribió todo
            el texto. El GAFILAT se fundó como GAFISUD en Cartagena en diciembre de 2000, tomó su nombre
            actual en 2014 y trabaja desde Buenos Aires. Argentina, Brasil y México pertenecen a los
            dos.</p>

            <h2>Cómo funciona</h2>

            <p>Expertos de otros países visitan, leen la ley y piden casos. Ponen unas notas a la ley y
            otras a su efecto. El plenario se reúne tres veces al año, en febrero, junio y octubre, y al
            final publica sus dos listas: la gris, de los que están bajo vigilancia, y la negra, que
            llama a tomar medidas.</p>

            <h2>Qué se discute</h2>

            <p>La lista no tiene fuerza legal, pero los bancos la tratan como un precio. Los países que
            figuran en ella suelen ser pequeños, mientras que los grandes centros financieros son
            miembros. Salir de ella significa que se cumplió un plan. No certifica que un país esté
            limpio, del mismo modo que entrar no acusa a ningún banco.</p>
            """,
        ),
        aliases=("FATF", "GAFI", "GAFILAT", "GAFISUD"),
        reviewed=date(2026, 6, 30),
    ),
    Topic(
        "money-laundering",
        "theme",
        Both("Money laundering standards", "Normas contra el lavado de dinero"),
        Both("money-laundering-standards", "normas-contra-el-lavado-de-dinero"),
        Both(
            """
            <p>To launder money is to give the proceeds of a crime the look of lawful income. The rules
            against it bind banks first, and with them notaries, estate agents, dealers in gold and
            casinos.</p>

            <h2>How the rules came about</h2>

            <p>The drug convention of 1988 was the first treaty to make laundering a crime; the Palermo
            Convention of 2000 extended it to all serious offences. The standard that counts day by day
            is not a treaty: it is the forty recommendations of the Financial Action Task Force, first
            issued in 1990. Each country has a financial intelligence unit, which receives reports of
            suspicious operations. The Egmont Group has joined those units since 1995.</p>

            <h2>How countries are measured</h2>

            <p>Peers evaluate one another: the law in one column, its effect in another. Those with poor
            marks may be listed under “increased monitoring”, the grey list.</p>

            <h2>Reading the figures</h2>

            <p>The best-known estimate, by the United Nations in 2011, put laundered money at 2.7
            percent of the world’s product in 2009. It is a range drawn from other estimates, and its
            authors said so. Firmer numbers are smaller: reports received, cases opened, convictions,
            assets confiscated.</p>

            <h2>What is disputed</h2>

            <p>Whether the rules stop crime at a reasonable cost, or chiefly close the accounts of small
            countries, charities and migrants’ families.</p>
            """,
            """
            <p>Lavar dinero es dar a las ganancias de un delito la apariencia de un ingreso lícito. Las
            normas que lo combaten obligan primero a los bancos y, con ellos, a notarios, inmobiliarias,
            comerciantes de oro y casinos.</p>

            <h2>Cómo se formaron las normas</h2>

            <p>La convención de drogas de 1988 fue el primer tratado que convirtió el lavado en delito;
            la de Palermo, de 2000, lo extendió a todos los delitos graves. La norma que pesa en el día
            a día no es un tratado, sino las cuarenta recomendaciones del Grupo de Acción Financiera,
            publicadas por primera vez en 1990. Cada país tiene una unidad de inteligencia financiera
            que recibe los reportes de operaciones sospechosas. El Grupo Egmont reúne a esas unidades
            desde 1995.</p>

            <h2>Cómo se mide a los países</h2>

            <p>Se evalúan unos a otros: la ley en una columna, su efecto en otra. Los que salen mal
            pueden quedar en la lista de “vigilancia intensificada”, la lista gris.</p>

            <h2>Cómo leer las cifras</h2>

            <p>El cálculo más conocido, de las Naciones Unidas en 2011, situó el dinero lavado en 2009
            en el 2,7 % del producto mundial. Es un rango tomado de otros cálculos, y así lo advirtieron
            sus autores. Los números firmes son más pequeños: reportes recibidos, casos abiertos,
            condenas, bienes decomisados.</p>

            <h2>Qué se discute</h2>

            <p>Si las normas frenan el delito a un costo razonable o si, sobre todo, cierran las cuentas
            de países pequeños, organizaciones benéficas y familias de migrantes.</p>
            """,
        ),
        aliases=("lavado de activos", "grey list", "lista gris"),
        reviewed=date(2026, 7, 7),
    ),
)
