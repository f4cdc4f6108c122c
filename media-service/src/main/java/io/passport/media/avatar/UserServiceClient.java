package io.passport.media.avatar;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The part of user-service that this service uses. */
@FeignClient(name = "user-service", configuration = UserServiceFeignConfiguration.class)
interface UserServiceClient {

    /** Saves an avatar's address. A refusal comes with status 200, too: only its {@code errno} tells. */
    @PutMapping("/internal/users/{id}/avatar")
    SaveAvatarResponse saveAvatar(@PathVariable("id") long id, @RequestBody AvatarAddress avatar);
}
