package io.passport.user.profile;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.internalcall.AllowedCallers;
import io.passport.user.account.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT} and {@code DELETE /internal/users/{id}/avatar}: media-service saves the URL of an uploaded avatar, or removes it.
 * The errors are {@code 4103} for a missing or too long URL, {@code 4002} for an account that does not exist, and {@code 4001}
 * when the database is unavailable.
 */
@RestController
@AllowedCallers("media-service")
class AvatarController {

    private static final int MAX_URL_LENGTH = 512;

    private final Accounts accounts;

    AvatarController(Accounts accounts) {
        this.accounts = accounts;
    }

    @PutMapping("/internal/users/{id}/avatar")
    Envelope<ReplaceAvatarResponse> replace(@PathVariable long id, @RequestBody ReplaceAvatarRequest avatar) {
        return Envelope.ok(new ReplaceAvatarResponse(
                accounts.replaceAvatar(id, avatar.avatarUrl()).orElse(null)));
    }

    @DeleteMapping("/internal/users/{id}/avatar")
    Envelope<ReplaceAvatarResponse> remove(@PathVariable long id) {
        return Envelope.ok(
                new ReplaceAvatarResponse(accounts.replaceAvatar(id, null).orElse(null)));
    }

    /** The full URL. */
    record ReplaceAvatarRequest(String avatarUrl) {
        ReplaceAvatarRequest {
            if (avatarUrl == null || avatarUrl.isEmpty() || avatarUrl.length() > MAX_URL_LENGTH) {
                throw ApiException.badParameter("avatar_url");
            }
        }
    }

    /** Null if there was no avatar before. */
    record ReplaceAvatarResponse(@Nullable String previousAvatarUrl) {}
}
