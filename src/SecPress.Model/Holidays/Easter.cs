using NodaTime;

namespace SecPress.Model.Holidays;

internal static class Easter
{
    /// <summary>
    /// Easter Sunday of the western churches: the Sunday after the full moon on or after 21 March, by the tables of the Gregorian
    /// calendar (Meeus, Astronomical Algorithms, chapter 8, after Butcher).
    /// </summary>
    public static LocalDate Sunday(int year)
    {
        var goldenNumber = year % 19;
        var century = Math.DivRem(year, 100, out var yearOfCentury);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * goldenNumber) + century - (century / 4) - moonCorrection + 15) % 30;
        var daysToSunday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var lateMoon = (goldenNumber + (11 * epact) + (22 * daysToSunday)) / 451;
        var day = epact + daysToSunday - (7 * lateMoon) + 114;
        return new LocalDate(year, day / 31, (day % 31) + 1);
    }
}
