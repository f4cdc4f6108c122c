package io.passport.common.internalcall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The callers that an internal endpoint accepts. An endpoint without it accepts only the gateway. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedCallers {

    /** Names of processes, as in {@link Caller#service}. */
    String[] value();
}
