package io.passport.acceptance.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;

/** Tests that take something away from the stack for a while: they run after those that need all of it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AgainstPassport
@Order(Integer.MAX_VALUE - 2)
public @interface DisturbsPassport {}
