package io.passport.verify.imagecode;

import java.security.SecureRandom;

/** The texts of CAPTCHAs. {@link ImageCodeController} makes one for each image. */
final class CaptchaText {

    /** Without characters that look alike when they are distorted: 0 O Q D, 1 I J, 2 Z, 5 S, 8 B, 6 G, 9, U V, M N W. */
    static final String ALPHABET = "ACEFHKLPRTXY347";

    static final int LENGTH = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private CaptchaText() {}

    /** Four random characters, uniformly distributed. */
    static String random() {
        StringBuilder answer = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            answer.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return answer.toString();
    }
}
