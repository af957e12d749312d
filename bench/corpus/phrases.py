"""Sentences out of parts, in both languages: enough different words for an index, and nothing about anybody."""

from __future__ import annotations

from random import Random

_WHO = {
    "en": (
        "The port authority|A regional commission|The customs union|The statistics office|A parliamentary committee"
        "|The river authority|An association of growers|The central bank|The electoral council|A court of auditors"
        "|The forestry institute|A network of researchers|The health ministry|The coast guard|An alliance of mayors"
        "|The border commission|A group of cartographers|The national archive|The transport board|The energy regulator"
    ),
    "es": (
        "La autoridad portuaria|Una comisión regional|La unión aduanera|La oficina de estadística|Un comité parlamentario"
        "|La autoridad del río|Una asociación de productores|El banco central|El consejo electoral|Un tribunal de cuentas"
        "|El instituto forestal|Una red de investigadores|El ministerio de salud|La guardia costera|Una alianza de alcaldes"
        "|La comisión de límites|Un grupo de cartógrafos|El archivo nacional|La junta de transporte|El regulador de energía"
    ),
}
_DID = {
    "en": (
        "published|reviewed|presented|postponed|adopted|measured|compared|archived|translated|financed|announced"
        "|completed|corrected|requested|extended|approved|counted|mapped|opened|summarised"
    ),
    "es": (
        "publicó|revisó|presentó|aplazó|adoptó|midió|comparó|archivó|tradujo|financió|anunció"
        "|completó|corrigió|solicitó|amplió|aprobó|contó|cartografió|abrió|resumió"
    ),
}
_WHAT = {
    "en": (
        "a register of small vessels|the calendar of inspections|new figures on rainfall|a treaty on shared waters"
        "|the budget of the observatory|a census of rural roads|the rules for radio licences|a survey of harbour depths"
        "|an agreement on cargo papers|the map of protected forests|a study of coffee prices|the list of border crossings"
        "|a handbook for witnesses|the results of the audit|a plan for the lighthouse|the timetable of the ferries"
        "|an inventory of bridges|the draft of a convention|a fund for local archives|the training of translators"
    ),
    "es": (
        "un registro de embarcaciones menores|el calendario de inspecciones|nuevas cifras de lluvia|un tratado de aguas"
        "|el presupuesto del observatorio|un censo de caminos rurales|las reglas de licencias de radio|un sondeo del puerto"
        "|un acuerdo sobre papeles de carga|el mapa de bosques protegidos|un estudio de precios del café|la lista de pasos"
        "|un manual para testigos|los resultados de la auditoría|un plan para el faro|el horario de los transbordadores"
        "|un inventario de puentes|el borrador de un convenio|un fondo para archivos locales|la formación de traductores"
    ),
}
_HOW = {
    "en": (
        "after two years of talks|without a single vote against|for the third time this decade|with help from neighbours"
        "|although the rainy season came early|in a session open to the public|as the treaty of 1994 demands"
        "|with figures that nobody had expected|before the summit on the coast|at a cost that is still disputed"
        "|to shorten the wait at the border|on paper rather than in practice|in four languages|by the end of the harvest"
    ),
    "es": (
        "tras dos años de conversaciones|sin un solo voto en contra|por tercera vez en la década|con ayuda de sus vecinos"
        "|aunque la temporada de lluvias se adelantó|en una sesión abierta al público|como exige el tratado de 1994"
        "|con cifras que nadie esperaba|antes de la cumbre en la costa|a un costo que aún se discute"
        "|para acortar la espera en la frontera|más en el papel que en la práctica|en cuatro idiomas|al final de la cosecha"
    ),
}
_PARTS = tuple(
    {language: tuple(words.split("|")) for language, words in part.items()} for part in (_WHO, _DID, _WHAT, _HOW)
)


def sentence(language: str, rng: Random) -> str:
    """One made-up sentence with a full stop."""
    return f"{' '.join(rng.choice(part[language]) for part in _PARTS)}."


def headline(language: str, rng: Random) -> str:
    """A made-up headline."""
    return " ".join(rng.choice(part[language]) for part in _PARTS[:3])


def subjects(language: str) -> list[str]:
    """Four hundred short names for topics and tags, in a fixed order."""
    what = [words.split(" ", 1)[1].capitalize() for words in _PARTS[2][language]]
    who = [words.split(" ", 1)[1] for words in _PARTS[0][language]]
    return [f"{thing[:40]} · {body}" for thing in what for body in who]
