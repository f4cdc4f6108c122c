package io.passport.emulators.idcheck;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/** The form of an id card's number: GB 11643-1999, 17 digits and a check character by ISO 7064 MOD 11-2. */
final class IdCardNumber {

    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dXx]");
    private static final DateTimeFormatter BIRTHDAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private IdCardNumber() {}

    static boolean isWellFormed(String number) {
        return FORM.matcher(number).matches() && hasBirthday(number) && remainder(number) == 1;
    }

    private static boolean hasBirthday(String number) {
        try {
            LocalDate.parse(number.substring(6, 14), BIRTHDAY);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The digits, each times a power of two by its place from the right, modulo 11; 1 if the last one checks. */
    private static int remainder(String number) {
        int remainder = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.toUpperCase(number.charAt(i)) == 'X' ? 10 : number.charAt(i) - '0';
            remainder = (remainder * 2 + digit) % 11;
        }
        return remainder;
    }
}
