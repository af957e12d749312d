"""Key facts of the countries, from their constitutions and CLDR: capital, official language, parts, currency."""

from articles.demo.shapes import Both

_LABELS = (
    Both("Capital", "Capital"),
    Both("Official language", "Idioma oficial"),
    Both("Divided into", "División"),
    Both("Currency", "Moneda"),
)

_SPANISH, _PORTUGUESE, _ENGLISH = Both("Spanish", "español"), Both("Portuguese", "portugués"), Both("English", "inglés")
_WITH_NATIVE = Both(
    "Spanish, and native languages where they are spoken", "español, y lenguas originarias donde se hablan"
)

_TOLD: dict[str, tuple[Both, Both, Both, Both]] = {
    "AR": (
        Both("Buenos Aires", "Buenos Aires"),
        _SPANISH,
        Both("23 provinces and the capital", "23 provincias y la capital"),
        Both("Peso", "peso"),
    ),
    "BR": (
        Both("Brasília", "Brasilia"),
        _PORTUGUESE,
        Both("26 states and the Federal District", "26 estados y el Distrito Federal"),
        Both("Real", "real"),
    ),
    "CO": (
        Both("Bogotá", "Bogotá"),
        _SPANISH,
        Both("32 departments and the capital", "32 departamentos y la capital"),
        Both("Peso", "peso"),
    ),
    "CR": (Both("San José", "San José"), _SPANISH, Both("7 provinces", "7 provincias"), Both("Colón", "colón")),
    "EC": (
        Both("Quito", "Quito"),
        _WITH_NATIVE,
        Both("24 provinces", "24 provincias"),
        Both("US dollar", "dólar estadounidense"),
    ),
    "GT": (
        Both("Guatemala City", "Ciudad de Guatemala"),
        _SPANISH,
        Both("22 departments", "22 departamentos"),
        Both("Quetzal", "quetzal"),
    ),
    "HN": (
        Both("Tegucigalpa", "Tegucigalpa"),
        _SPANISH,
        Both("18 departments", "18 departamentos"),
        Both("Lempira", "lempira"),
    ),
    "HT": (
        Both("Port-au-Prince", "Puerto Príncipe"),
        Both("French and Haitian Creole", "francés y criollo haitiano"),
        Both("10 departments", "10 departamentos"),
        Both("Gourde", "gourde"),
    ),
    "JM": (
        Both("Kingston", "Kingston"),
        _ENGLISH,
        Both("14 parishes", "14 parroquias"),
        Both("Jamaican dollar", "dólar jamaiquino"),
    ),
    "MX": (
        Both("Mexico City", "Ciudad de México"),
        Both("Spanish and 68 native languages as national ones", "español y 68 lenguas indígenas como nacionales"),
        Both("32 states, the capital among them", "32 entidades, entre ellas la capital"),
        Both("Peso", "peso"),
    ),
    "NI": (
        Both("Managua", "Managua"),
        _SPANISH,
        Both("15 departments and 2 autonomous regions", "15 departamentos y 2 regiones autónomas"),
        Both("Córdoba", "córdoba"),
    ),
    "PA": (
        Both("Panama City", "Ciudad de Panamá"),
        _SPANISH,
        Both("10 provinces and native comarcas", "10 provincias y comarcas indígenas"),
        Both("Balboa and US dollar", "balboa y dólar estadounidense"),
    ),
    "PE": (
        Both("Lima", "Lima"),
        _WITH_NATIVE,
        Both("24 departments and Callao", "24 departamentos y el Callao"),
        Both("Sol", "sol"),
    ),
    "PY": (
        Both("Asunción", "Asunción"),
        Both("Spanish and Guaraní", "español y guaraní"),
        Both("17 departments and the capital", "17 departamentos y la capital"),
        Both("Guaraní", "guaraní"),
    ),
    "SV": (
        Both("San Salvador", "San Salvador"),
        _SPANISH,
        Both("14 departments", "14 departamentos"),
        Both("US dollar", "dólar estadounidense"),
    ),
    "TT": (
        Both("Port of Spain", "Puerto España"),
        _ENGLISH,
        Both("14 corporations and Tobago", "14 corporaciones y Tobago"),
        Both("Trinidad and Tobago dollar", "dólar de Trinidad y Tobago"),
    ),
    "VE": (
        Both("Caracas", "Caracas"),
        _WITH_NATIVE,
        Both("23 states and the Capital District", "23 estados y el Distrito Capital"),
        Both("Bolívar", "bolívar"),
    ),
}


def of_country(code: str) -> Both:
    """The lines of a country's key facts in both languages; empty for one that none are told of."""
    told = list(zip(_LABELS, _TOLD.get(code, ()), strict=False))
    return Both(
        "\n\n".join(f"{label.en}: {value.en}" for label, value in told),
        "\n\n".join(f"{label.es}: {value.es}" for label, value in told),
    )
