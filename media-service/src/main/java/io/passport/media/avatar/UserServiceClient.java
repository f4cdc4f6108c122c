package io.passport.media.avatar;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The operations of user-service that this package calls. */
@FeignClient(name = AvatarConfiguration.USER_SERVICE)
interface UserServiceClient {

    /**
     * Saves an avatar's URL. user-service also answers HTTP 200 when it rejects: the {@code errno} has the outcome. Throws
     * {@code FeignException} when the call fails or is too slow; {@link AvatarUrlSaver} handles it.
     */
    @PutMapping("/internal/users/{id}/avatar")
    SaveAvatarResponse saveAvatar(@PathVariable("id") long id, @RequestBody AvatarUrl avatar);

    /** Removes an avatar's URL. Answers and throws as {@link #saveAvatar}. */
    @DeleteMapping("/internal/users/{id}/avatar")
    SaveAvatarResponse removeAvatar(@PathVariable("id") long id);
}
