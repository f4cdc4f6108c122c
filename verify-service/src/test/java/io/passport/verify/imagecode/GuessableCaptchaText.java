package io.passport.verify.imagecode;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Violates an architecture rule: texts that can be predicted from earlier ones. */
public final class GuessableCaptchaText {

    private GuessableCaptchaText() {}

    static int random() {
        return new Random().nextInt();
    }

    static int splittable() {
        return new SplittableRandom().nextInt();
    }

    static int threadLocal() {
        return ThreadLocalRandom.current().nextInt();
    }

    static double math() {
        return Math.random();
    }

    static int generator() {
        return RandomGenerator.getDefault().nextInt();
    }
}
