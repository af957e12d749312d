"""The pages under About."""

from articles.demo.shapes import Both, Page

PAGES: tuple[Page, ...] = (
    Page(
        "who-we-are",
        Both("Who we are", "Quiénes somos"),
        Both("who-we-are", "quienes-somos"),
        Both(
            """
            <p>Tres Linderos is a newsroom that does not exist. Its name, its reporters and its
            announcements were invented so that a publishing system can be seen at work: a home page with
            stories on it, an archive to search, forms that reach somebody.</p>

            <p>The facts are not invented. The stories describe summits, treaties, institutions and
            statistics that anyone can check in public sources. They accuse no living person. Each carries a
            mark that says it is part of the demonstration.</p>

            <h2>Why this name</h2>

            <p>A <em>lindero</em> is the line where one property ends and the next begins. Organised crime
            lives on such lines: between two countries, between what is legal and what is not, between what
            a document says and what happened.</p>
            """,
            """
            <p>Tres Linderos es una redacción que no existe. Su nombre, sus periodistas y sus novedades se
            inventaron para que pueda verse en funcionamiento un sistema de publicación: una portada con
            artículos, un archivo en el que buscar, formularios que llegan a alguien.</p>

            <p>Los hechos no son inventados. Los artículos describen cumbres, tratados, instituciones y
            estadísticas que cualquiera puede comprobar en fuentes públicas. No acusan a ninguna persona
            viva. Cada uno lleva una marca que indica que forma parte de la demostración.</p>

            <h2>Por qué este nombre</h2>

            <p>Un lindero es la línea donde termina una propiedad y empieza la siguiente. El crimen
            organizado vive en esas líneas: entre dos países, entre lo legal y lo ilegal, entre lo que dice
            un documento y lo que ocurrió.</p>
            """,
        ),
    ),
    Page(
        "republishing",
        Both("Republishing our work", "Cómo republicar nuestro trabajo"),
        Both("republishing-our-work", "como-republicar"),
        Both(
            """
            <p>You may republish our stories free of charge under the licence <a
            href="https://creativecommons.org/licenses/by-nc/4.0/">Creative Commons BY-NC 4.0</a>, for
            purposes that are not commercial. In plain words:</p>

            <ul>
            <li>name Tres Linderos in the byline, with the author;</li>
            <li>link to the original at the top of the article and again at the bottom;</li>
            <li>say what you changed, if you shortened or translated the text;</li>
            <li>do not sell the story or place it behind a payment.</li>
            </ul>

            <p>Some images belong to others and may not travel with the text. Please write to us when you
            use an article: we like to know where it went, and we will tell you if it is corrected.</p>
            """,
            """
            <p>Puede republicar nuestros artículos sin costo según la licencia <a
            href="https://creativecommons.org/licenses/by-nc/4.0/deed.es">Creative Commons BY-NC 4.0</a>,
            para fines que no sean comerciales. En pocas palabras:</p>

            <ul>
            <li>mencione a Tres Linderos en la firma, junto al autor;</li>
            <li>enlace al original al comienzo del artículo y otra vez al final;</li>
            <li>indique qué cambió, si abrevió o tradujo el texto;</li>
            <li>no venda el artículo ni lo ponga detrás de un pago.</li>
            </ul>

            <p>Algunas imágenes pertenecen a terceros y no pueden acompañar al texto. Escríbanos cuando
            utilice un artículo: nos gusta saber adónde llegó, y le avisaremos si hay una corrección.</p>
            """,
        ),
    ),
    Page(
        "corrections-policy",
        Both("Corrections policy", "Política de correcciones"),
        Both("corrections-policy", "politica-de-correcciones"),
        Both(
            """
            <p>When we publish something wrong we say so on the story itself, with the date. We use three
            words and mean them:</p>

            <ul>
            <li>a <strong>correction</strong> puts right a fact that was false;</li>
            <li>a <strong>clarification</strong> explains what was true but could mislead;</li>
            <li>an <strong>update</strong> adds what became known later.</li>
            </ul>

            <p>Spelling and style may be mended without a note. A story is not removed because it is
            inconvenient. If one has to be withdrawn, its address says so.</p>

            <p>To point out an error, use the link under any story. A name is not required.</p>
            """,
            """
            <p>Cuando publicamos algo equivocado, lo decimos en el propio artículo, con la fecha. Usamos
            tres palabras en sentido estricto:</p>

            <ul>
            <li>una <strong>corrección</strong> rectifica un dato falso;</li>
            <li>una <strong>aclaración</strong> explica lo que era cierto pero podía confundir;</li>
            <li>una <strong>actualización</strong> agrega lo que se supo después.</li>
            </ul>

            <p>La ortografía y el estilo pueden arreglarse sin aviso. Un artículo no se elimina porque
            resulte incómodo. Si hay que retirarlo, su dirección lo dice.</p>

            <p>Para señalar un error, use el enlace que aparece debajo de cada artículo. No hace falta dar
            un nombre.</p>
            """,
        ),
    ),
    Page(
        "privacy",
        Both("Privacy", "Privacidad"),
        Both("privacy", "privacidad"),
        Both(
            """
            <p>Reading these pages leaves no trace with us. They set no cookies, run no counters or
            advertisements, load nothing from other sites, and are the same for every reader.</p>

            <h2>What we keep</h2>

            <p>If you say whether a page was helpful, we keep your answer with the page’s address, the
            language and the time, and if you said no, which of four reasons you chose. Nothing ties one
            answer to another.</p>

            <p>If you write to us, we keep what you wrote, whether it is a comment or the report of an
            error, the page that you had before you, the language and the time, and your name and e-mail
            address if you chose to give them. The e-mail address is used to tell you when your message led
            to a correction. We answer you at it only if you ticked that we may, and use it for nothing else.
            What we write to you passes the mail servers on the way, and a copy stays with your message for
            as long as its text. A program notes what speaks for an unwanted message, such as three links; it
            hides nothing. Each step that the staff take with a message is kept with the name of the person
            who took it.</p>

            <h2>For how long</h2>

            <p>Names and e-mail addresses are deleted after 90 days, texts after 730 days. That happens by
            itself, every night. What stays is that there was a message, and how many there were. In the
            lists of the staff, numbers and addresses in a text are covered until somebody opens the
            message.</p>

            <h2>Your IP address</h2>

            <p>We do not store it, and there is no log of visits. So that a vote counts once a day and nobody
            can flood us, a code is made from your address with two secrets, one of which is drawn anew each
            day and deleted with the next. The code is kept in a table of its own, away from votes and
            messages and outside of every backup, until midnight (UTC). It cannot be turned back into your
            address without both secrets. Whoever shares an address, such as an office, a telephone company
            or Tor, shares one vote.</p>

            <p>The server in front of the site keeps no record of requests. It holds your address in memory
            while you are connected, so that no single address can take up all the room. If that server
            itself breaks, a line about the fault may name an address; it is written to memory, never to a
            disk.</p>

            <p>Your browser says whether a form was sent from one of our own pages, and we refuse those that
            were not. That answer is not stored, and neither is what your browser calls itself.</p>

            <h2>Other sites</h2>

            <p>The links for sharing are plain links. Nothing is sent to the services they name until you
            follow one, and a site that you go to is not told from which page you came. A video or a map
            that belongs to somebody else loads only when you ask for it.</p>

            <p>People who work on this site sign in, and a cookie remembers them. It is valid for their
            workspace only; on these pages it is not even read.</p>
            """,
            """
            <p>Leer estas páginas no deja rastro entre nosotros. No instalan cookies, no tienen contadores
            ni publicidad, no cargan nada de otros sitios y son iguales para todas las personas.</p>

            <h2>Lo que guardamos</h2>

            <p>Si usted indica si una página le sirvió, guardamos su respuesta con la dirección de la página,
            el idioma y la hora y, si dijo que no, cuál de cuatro motivos eligió. Nada une una respuesta con
            otra.</p>

            <p>Si nos escribe, guardamos lo que escribió, si es un comentario o el aviso de un error, la
            página que tenía delante, el idioma y la hora, y su nombre y su correo si decidió darlos. El
            correo se usa para avisarle si su mensaje llevó a una corrección. Solo le respondemos a él si
            usted marcó que podemos, y no lo usamos para nada más. Lo que le escribimos pasa por los
            servidores de correo del camino, y una copia queda con su mensaje tanto tiempo como el texto. Un
            programa anota lo que hace pensar en un mensaje no deseado, por ejemplo tres enlaces; no oculta
            nada. Cada paso que da el personal con un mensaje se guarda con el nombre de quien lo dio.</p>

            <h2>Por cuánto tiempo</h2>

            <p>Los nombres y correos se borran a los 90 días y los textos a los 730. Ocurre por sí solo, cada
            noche. Queda que hubo un mensaje, y cuántos fueron. En las listas del personal, los números y
            las direcciones que haya en un texto se tapan hasta que alguien abre el mensaje.</p>

            <h2>Su dirección IP</h2>

            <p>No la almacenamos, y no hay registro de visitas. Para que un voto cuente una vez al día y nadie
            pueda inundarnos, se calcula un código a partir de su dirección con dos secretos, uno de los
            cuales se sortea cada día y se borra al siguiente. El código se guarda en una tabla aparte, lejos
            de los votos y mensajes y fuera de toda copia de seguridad, hasta la medianoche (UTC). Sin ambos
            secretos no se puede volver de él a su dirección. Quienes comparten una dirección, como una
            oficina, una compañía telefónica o Tor, comparten un voto.</p>

            <p>El servidor que está delante del sitio no lleva registro de las peticiones. Tiene su dirección
            en memoria mientras dura la conexión, para que una sola dirección no ocupe todo el espacio. Si
            ese servidor falla, una línea sobre la avería puede nombrar una dirección; se escribe en memoria,
            nunca en un disco.</p>

            <p>Su navegador dice si un formulario se envió desde una página nuestra, y rechazamos los que no.
            Esa respuesta no se guarda, y tampoco el nombre con que su navegador se presenta.</p>

            <h2>Otros sitios</h2>

            <p>Los enlaces para compartir son simples enlaces. Nada se envía a los servicios que nombran
            hasta que usted los sigue, y al sitio al que vaya no se le dice desde qué página llegó. Un video
            o un mapa que pertenezca a otros se carga solo cuando usted lo pide.</p>

            <p>Quienes trabajan en este sitio inician sesión y una cookie los recuerda. Solo vale en su
            espacio de trabajo; en estas páginas ni siquiera se lee.</p>
            """,
        ),
    ),
    Page(
        "contact",
        Both("Contact", "Contacto"),
        Both("contact", "contacto"),
        Both(
            """
            <p>The quickest way to reach an editor is the form under any story, because it tells us which
            story you have in mind. It works without scripts and asks for nothing but your words.</p>

            <p>The postal and telephone addresses of a real newsroom would stand here. Ours has only an
            e-mail address, redaccion@treslinderos.example, in a domain that is reserved for examples and
            receives no mail.</p>

            <p>If you must send something that could put you in danger, do not use an ordinary form or
            ordinary mail, on this site or on any other.</p>
            """,
            """
            <p>La forma más rápida de llegar a un editor es el formulario que está debajo de cada artículo,
            porque nos dice en cuál está pensando. Funciona sin scripts y solo pide sus palabras.</p>

            <p>Aquí estarían la dirección postal y el teléfono de una redacción real. La nuestra solo tiene
            un correo, redaccion@treslinderos.example, en un dominio reservado para ejemplos que no recibe
            mensajes.</p>

            <p>Si necesita enviar algo que pueda ponerle en peligro, no use un formulario ni un correo
            comunes, ni en este sitio ni en ningún otro.</p>
            """,
        ),
    ),
    Page(
        "funding",
        Both("Funding", "Financiamiento"),
        Both("funding", "financiamiento"),
        Both(
            """
            <p>Tres Linderos is fictional: it receives no money and cannot accept any. The request for
            support that follows a reader’s vote shows where such a request would stand.</p>

            <p>On a working site this page would name every funder above a stated amount, say what each
            grant was for, and explain what funders may not do: choose subjects, read stories before
            publication or receive data about readers. We recommend those three rules to whoever puts this
            system to use.</p>
            """,
            """
            <p>Tres Linderos es una ficción: no recibe dinero ni puede aceptarlo. La petición de apoyo que
            sigue al voto de un lector muestra dónde estaría una de verdad.</p>

            <p>En un sitio en funcionamiento, esta página nombraría a cada financiador a partir de cierta
            suma, diría para qué fue cada aporte y explicaría lo que un financiador no puede hacer: elegir
            temas, leer los artículos antes de su publicación o recibir datos de los lectores. Recomendamos
            esas tres reglas a quien ponga en uso este sistema.</p>
            """,
        ),
    ),
)
