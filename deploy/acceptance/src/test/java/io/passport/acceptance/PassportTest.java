package io.passport.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of the launched Passport, which they take as a parameter of their constructor. All classes share it, and several run
 * at the same time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LaunchedPassportResolver.class)
public @interface PassportTest {

    /** JUnit resource of tests that end the locks of all numbers or need such a lock to last. */
    String LOCKS_OF_NUMBERS = "locks of numbers";
}
