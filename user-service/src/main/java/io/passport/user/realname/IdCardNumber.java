package io.passport.user.realname;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.passport.common.api.ApiException;
import io.passport.common.pii.Masking;
import io.passport.common.pii.TypedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Chinese identity number (GB 11643-1999): six digits of the region, eight of the birthday, three of sequence, and a check
 * character by ISO 7064 MOD 11-2. Also the number of a foreigner's permanent residence card of 2023, which has the same form:
 * {@code 9}, two digits of the province, three of the nationality in the place of the region. Spaces and full-width characters
 * are accepted. {@link #toString} is masked, so that numbers do not get into logs.
 *
 * @param number 18 characters, the check character in upper case
 */
@Schema(description = "18 位身份证号", pattern = "^[0-9]{17}[0-9Xx]$", example = "11010519491231002X")
record IdCardNumber(String number) {

    private static final int OLDEST_AGE = 150;
    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final DateTimeFormatter BIRTHDAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    /**
     * @throws ApiException {@code 4103} when it is not such a number
     */
    IdCardNumber {
        number = TypedText.withoutSpaces(number).toUpperCase(Locale.ROOT);
        if (!FORM.matcher(number).matches()
                || !PROVINCES.contains(provinceOf(number))
                || !isBirthday(number.substring(6, 14))
                || number.charAt(17) != checkCharacter(number)) {
            throw ApiException.badParameter("身份证号格式错误");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static IdCardNumber of(String number) {
        return new IdCardNumber(number);
    }

    /** {@code 110105********002X}. */
    String masked() {
        return Masking.mask(number);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static String provinceOf(String number) {
        return number.startsWith("9") ? number.substring(1, 3) : number.substring(0, 2);
    }

    private static boolean isBirthday(String digits) {
        try {
            LocalDate birthday = LocalDate.parse(digits, BIRTHDAY);
            LocalDate today = LocalDate.now(CHINA);
            return !birthday.isAfter(today) && birthday.isAfter(today.minusYears(OLDEST_AGE));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The weight of a digit is 2 to the power of its distance from the end, modulo 11. */
    private static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }
}
