package io.passport.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Tests that make a part of Passport unavailable for a while, or that use so much of it that other tests could fail. They run
 * alone, after all others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PassportTest
@Isolated
@Order(Integer.MAX_VALUE - 2)
public @interface DisruptivePassportTest {}
