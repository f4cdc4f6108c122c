package io.passport.common.openapi;

import io.passport.common.api.ErrorCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A failure that an operation answers with status 200. Repeated in the order in which the operation checks. Three kinds
 * are described without it: {@code 4101} of an operation with a signed-in user, {@code 4103} for a body that is not
 * JSON, and {@code 4001} with a {@link io.passport.common.api.StorageFailureMessage}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Failures.class)
public @interface Failure {

    /** The text of {@code ApiException.tooManyRequests}, with the name in {@code data} for the number of seconds. */
    String RETRY_LATER = "请求过于频繁，请 {retry_after} 秒后再试";

    /** The code in {@code errno}. */
    ErrorCode value();

    /** The text in {@code errmsg}; by default the code's own. */
    String errmsg() default "";
}
