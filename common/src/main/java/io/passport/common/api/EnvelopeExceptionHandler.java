package io.passport.common.api;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
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
 * Turns every exception of a servlet service into the contract's envelope. What the application decided and what a
 * client got wrong is status 200; only 403, 404, 405 and 415 stay what they are. No exception's own message leaves.
 */
@RestControllerAdvice
class EnvelopeExceptionHandler extends ResponseEntityExceptionHandler {

    private static final Log LOG = LogFactory.getLog(EnvelopeExceptionHandler.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(ApiException refusal) {
        return answer(HttpStatus.OK, Envelope.of(refusal));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> storageFailed(RuntimeException failure, @Nullable HandlerMethod operation) {
        LOG.error("Storage failed in " + operation, failure);
        StorageFailureMessage own =
                operation == null ? null : operation.getMethodAnnotation(StorageFailureMessage.class);
        return answer(HttpStatus.OK, Envelope.of(ErrorCode.DBERR, own == null ? ErrorCode.DBERR.text() : own.value()));
    }

    /** An upload that is none, or a query that cannot be decoded, {@code text=%zz} say. */
    @ExceptionHandler({MultipartException.class, InvalidParameterException.class})
    ResponseEntity<Object> unreadable() {
        return answer(HttpStatus.OK, Envelope.of(ErrorCode.PARAMERR));
    }

    @ExceptionHandler
    ResponseEntity<Object> unforeseen(Exception failure) {
        LOG.error("Unforeseen failure", failure);
        return answer(HttpStatus.OK, Envelope.of(ErrorCode.SERVERERR));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof ApiException refusal) {
            return refused(refusal);
        }
        return switch (status.value()) {
            case 400, 413 -> answer(HttpStatus.OK, Envelope.of(ErrorCode.PARAMERR));
            case 404, 405, 415 -> answer(status, Envelope.of(ErrorCode.REQERR));
            default -> unforeseen(failure);
        };
    }

    private static ResponseEntity<Object> answer(HttpStatusCode status, Envelope<?> envelope) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(envelope);
    }
}
