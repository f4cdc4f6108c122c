package io.passport.common.api;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every exception of a servlet service with an {@link Envelope}. The status is 200, except for 403, 404, 405 and 415.
 * When Redis or the database fails, the answer is {@code 4001}; for an unknown exception it is {@code 4500} without the
 * exception's message. Both are logged.
 */
@RestControllerAdvice
class EnvelopeExceptionHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeExceptionHandler.class);

    @ExceptionHandler
    ResponseEntity<Object> rejected(ApiException rejection) {
        return answer(HttpStatus.OK, Envelope.of(rejection));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> storageFailed(RuntimeException failure, @Nullable HandlerMethod operation) {
        LOG.error("Storage failed in {}", operation, failure);
        StorageFailureMessage message =
                operation == null ? null : operation.getMethodAnnotation(StorageFailureMessage.class);
        return answer(
                HttpStatus.OK,
                Envelope.of(ErrorCode.DBERR, message == null ? ErrorCode.DBERR.text() : message.value()));
    }

    /** A malformed upload, or a query that cannot be decoded, such as {@code text=%zz}. */
    @ExceptionHandler({MultipartException.class, InvalidParameterException.class})
    ResponseEntity<Object> malformed() {
        return answer(HttpStatus.OK, Envelope.of(ErrorCode.PARAMERR));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure) {
        LOG.error("Unexpected failure", failure);
        return answer(HttpStatus.OK, Envelope.of(ErrorCode.SERVERERR));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof ApiException rejection) {
            return rejected(rejection);
        }
        return switch (status.value()) {
            case 400, 413 -> answer(HttpStatus.OK, Envelope.of(ErrorCode.PARAMERR));
            case 404, 405, 415 -> answer(status, Envelope.of(ErrorCode.REQERR));
            default -> unexpected(failure);
        };
    }

    private static ResponseEntity<Object> answer(HttpStatusCode status, Envelope<?> envelope) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(envelope);
    }
}
