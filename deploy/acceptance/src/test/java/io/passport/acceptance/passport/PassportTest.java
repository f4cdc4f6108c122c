package io.passport.acceptance.passport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests of the launched Passport, which they take as a parameter of their constructor. All classes share it, and several run
 * at the same time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock(value = LaunchedPassport.ALL_OF_IT, mode = ResourceAccessMode.READ)
@ExtendWith(LaunchedPassportResolver.class)
public @interface PassportTest {}
