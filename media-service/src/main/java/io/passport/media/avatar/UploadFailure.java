package io.passport.media.avatar;

import java.io.IOException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartException;

/**
 * Tells server-side failures of reading an upload from client errors: Tomcat reports both as {@code MultipartException}.
 * Called by {@link AvatarController}, which answers the first with {@code 4302} and the second with {@code 4103}.
 */
final class UploadFailure {

    private UploadFailure() {}

    /**
     * Whether the upload could not be written to disk. Otherwise the client caused the failure: it disconnected, was too
     * slow, or sent a body that is not multipart.
     */
    static boolean isServerFault(MultipartException failure) {
        boolean disk = false;
        for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            // ClientAbortException is a BadRequestException
            if (cause instanceof BadRequestException || cause instanceof MalformedStreamException) {
                return false;
            }
            disk |= cause instanceof IOFileUploadException
                    || (cause instanceof IOException && !(cause instanceof FileUploadException));
        }
        return disk;
    }
}
