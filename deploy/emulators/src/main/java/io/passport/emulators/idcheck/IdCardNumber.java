package io.passport.emulators.idcheck;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/** The format of an id card number: GB 11643-1999, 17 digits and a check character (ISO 7064 MOD 11-2). */
final class IdCardNumber {

    private static final Pattern FORMAT = Pattern.compile("\\d{17}[\\dXx]");
    private static final DateTimeFormatter BIRTHDAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private IdCardNumber() {}

    static boolean isWellFormed(String number) {
        return FORMAT.matcher(number).matches() && hasBirthday(number) && remainder(number) == 1;
    }

    private static boolean hasBirthday(String number) {
        try {
            LocalDate.parse(number.substring(6, 14), BIRTHDAY);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The sum of the digits, each times a power of two, modulo 11. It is 1 if the check character is right. */
    private static int remainder(String number) {
        int remainder = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.toUpperCase(number.charAt(i)) == 'X' ? 10 : number.charAt(i) - '0';
            remainder = (remainder * 2 + digit) % 11;
        }
        return remainder;
    }
}
