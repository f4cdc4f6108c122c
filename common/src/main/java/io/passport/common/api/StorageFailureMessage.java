package io.passport.common.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The {@code errmsg} beside {@code 4001} when Redis or the database fails in this operation; without it the default text. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StorageFailureMessage {

    /** The text, in Chinese, as in {@code gateway/API.md}. */
    String value();
}
