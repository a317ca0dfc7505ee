"""Units, scales and periods that figures are written with, in words, signs and abbreviations."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: its name, what it measures, and how many of the dimension's basic unit it holds, exactly."""

    name: str
    dimension: str
    factor: Decimal


PERCENT = Unit("percent", "share", Decimal("0.01"))
FRACTION = Unit("of the whole", "share", Decimal(1))
YEAR = Unit("calendar year", "calendar year", Decimal(1))
ORDINAL = Unit("place in an order", "place in an order", Decimal(1))

# Factors are exact by definition: the international yard and pound (1959), the nautical mile (1929), the acre from the
# yard, the gallon from the cubic inch. Currencies and temperatures each stand alone: no factor between them is exact.
_UNITS = (
    (PERCENT, "% percent percentage per-cent prozent pour-cent por-ciento процент процента процентов"),
    (Unit("per mille", "share", Decimal("0.001")), "‰"),
    (
        Unit("percentage points", "percentage points", Decimal(1)),
        "percentage-points percentage-point prozentpunkte prozentpunkt points-de-pourcentage puntos-porcentuales",
    ),
    (Unit("basis points", "percentage points", Decimal("0.01")), "basis-points basis-point bps"),
    (Unit("millimetres", "length", Decimal("0.001")), "mm millimetre millimetres millimeter millimeters"),
    (Unit("centimetres", "length", Decimal("0.01")), "cm centimetre centimetres centimeter centimeters"),
    (Unit("metres", "length", Decimal(1)), "m metre metres meter meters"),
    (Unit("kilometres", "length", Decimal(1000)), "km kilometre kilometres kilometer kilometers"),
    (Unit("inches", "length", Decimal("0.0254")), "inch inches"),
    (Unit("feet", "length", Decimal("0.3048")), "ft foot feet"),
    (Unit("yards", "length", Decimal("0.9144")), "yard yards"),
    (Unit("miles", "length", Decimal("1609.344")), "mi mile miles"),
    (Unit("nautical miles", "length", Decimal(1852)), "nautical-mile nautical-miles"),
    (Unit("square metres", "area", Decimal(1)), "m² sqm square-metre square-metres square-meter square-meters"),
    (
        Unit("square kilometres", "area", Decimal(1_000_000)),
        "km² square-kilometre square-kilometres square-kilometer square-kilometers",
    ),
    (Unit("square miles", "area", Decimal("2589988.110336")), "square-mile square-miles"),
    (Unit("hectares", "area", Decimal(10_000)), "ha hectare hectares"),
    (Unit("acres", "area", Decimal("4046.8564224")), "acre acres"),
    (Unit("grams", "mass", Decimal("0.001")), "g gram grams gramme grammes"),
    (Unit("kilograms", "mass", Decimal(1)), "kg kilo kilos kilogram kilograms"),
    (Unit("tonnes", "mass", Decimal(1000)), "t tonne tonnes metric-ton metric-tons"),
    (Unit("pounds of weight", "mass", Decimal("0.45359237")), "lb lbs"),
    (Unit("short tons", "mass", Decimal("907.18474")), "short-ton short-tons"),
    (Unit("litres", "volume", Decimal(1)), "l litre litres liter liters"),
    (Unit("cubic metres", "volume", Decimal(1000)), "m³ cubic-metre cubic-metres cubic-meter cubic-meters"),
    (Unit("US gallons", "volume", Decimal("3.785411784")), "gallon gallons"),
    (Unit("barrels", "volume", Decimal("158.987294928")), "barrel barrels"),
    (Unit("degrees Celsius", "Celsius", Decimal(1)), "°c degrees-celsius celsius"),
    (Unit("degrees Fahrenheit", "Fahrenheit", Decimal(1)), "°f degrees-fahrenheit fahrenheit"),
    (Unit("degrees", "degrees", Decimal(1)), "° degree degrees"),
    (Unit("watts", "power", Decimal(1)), "w watt watts"),
    (Unit("kilowatts", "power", Decimal(1000)), "kw kilowatt kilowatts"),
    (Unit("megawatts", "power", Decimal(1_000_000)), "mw megawatt megawatts"),
    (Unit("gigawatts", "power", Decimal(1_000_000_000)), "gw gigawatt gigawatts"),
    (Unit("kilowatt-hours", "energy", Decimal(1)), "kwh kilowatt-hour kilowatt-hours"),
    (Unit("megawatt-hours", "energy", Decimal(1000)), "mwh megawatt-hour megawatt-hours"),
    (Unit("US dollars", "US dollars", Decimal(1)), "us$ usd us-dollar us-dollars"),
    (Unit("dollars", "dollars", Decimal(1)), "$ dollar dollars dólar dólares доллар доллара долларов"),
    (Unit("cents", "dollars", Decimal("0.01")), "cent cents"),
    (Unit("euros", "euros", Decimal(1)), "€ eur euro euros евро"),
    (Unit("pounds", "pounds", Decimal(1)), "£ gbp pound pounds"),
    (Unit("yen", "yen", Decimal(1)), "¥ jpy yen"),
    (Unit("Swiss francs", "Swiss francs", Decimal(1)), "chf franc francs"),
    (Unit("rupees", "rupees", Decimal(1)), "₹ inr rupee rupees"),
    (Unit("roubles", "roubles", Decimal(1)), "₽ rub rouble roubles ruble rubles рубль рубля рублей"),
    (Unit("seconds", "time", Decimal(1)), "second seconds sec secs"),
    (Unit("minutes", "time", Decimal(60)), "minute minutes min mins"),
    (Unit("hours", "time", Decimal(3600)), "hour hours"),
    (Unit("days", "time", Decimal(86_400)), "day days"),
    (Unit("weeks", "time", Decimal(604_800)), "week weeks"),
    (Unit("months", "months", Decimal(1)), "month months"),
    (Unit("years", "months", Decimal(12)), "year years"),
    (Unit("decades", "months", Decimal(120)), "decade decades"),
)
UNITS = {spelling.replace("-", " "): unit for unit, spellings in _UNITS for spelling in spellings.split()}

_SCALES = (
    (Decimal(100), "hundred"),
    (Decimal(1000), "thousand k tsd tausend mille mil тысяча тысячи тысяч тыс"),
    (Decimal(10**5), "lakh lakhs"),
    (Decimal(10**6), "million millions m mn mln mio millionen millón millones миллион миллиона миллионов млн"),
    (Decimal(10**7), "crore crores"),
    (
        Decimal(10**9),
        "billion billions b bn bln mrd milliarde milliarden milliard milliards миллиард миллиарда миллиардов млрд",
    ),
    (Decimal(10**12), "trillion trillions tn trn триллион триллиона триллионов трлн"),
    (Decimal(12), "dozen"),
)
SCALES = {spelling: value for value, spellings in _SCALES for spelling in spellings.split()}

PERIODS = {
    "hour": "hour",
    "hourly": "hour",
    "day": "day",
    "daily": "day",
    "week": "week",
    "weekly": "week",
    "month": "month",
    "monthly": "month",
    "quarter": "quarter",
    "quarterly": "quarter",
    "year": "year",
    "yearly": "year",
    "annum": "year",
    "annually": "year",
    "decade": "decade",
}
