package io.passport.media.avatar;

import java.io.IOException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartException;

/** Whose fault it is that Tomcat could not put an upload on disk: it reports all of them as exceptions of one kind. */
final class UploadFailure {

    private UploadFailure() {}

    /** Whether the disk failed. Else the client did: it went away, was too slow, or sent what is no multipart. */
    static boolean isServerFault(MultipartException failure) {
        boolean disk = false;
        for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            // an aborted request is a bad one, too
            if (cause instanceof BadRequestException || cause instanceof MalformedStreamException) {
                return false;
            }
            disk |= cause instanceof IOFileUploadException
                    || (cause instanceof IOException && !(cause instanceof FileUploadException));
        }
        return disk;
    }
}
