package io.passport.acceptance.passport;

/** Makes ID card numbers by GB 11643-1999. */
public final class IdCards {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private IdCards() {}

    /** The 17 digits and their check character by ISO 7064 MOD 11-2. */
    public static String withCheckCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(digits.charAt(i), 10) * WEIGHTS[i];
        }
        return digits + CHECK_CHARACTERS.charAt(sum % 11);
    }
}
