package io.passport.common.internalcall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The callers that an internal endpoint accepts; others get 403. An endpoint without it accepts only the gateway. An annotation
 * on the method replaces the one on the class.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedCallers {

    /** Names of processes, as in {@link Caller#service}. */
    String[] value();
}
