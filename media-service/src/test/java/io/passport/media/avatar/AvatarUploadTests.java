package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.media.picture.Samples;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class AvatarUploadTests extends UploadTest {

    @Test
    void answersWithTheAddressWhenThePictureIsStored() {
        HttpResponse<String> answer = upload(Samples.jpeg(800, 600));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .matches("\\{\"errno\":\"0\",\"errmsg\":\"头像上传成功\",\"data\":"
                        + "\\{\"avatar_url\":\"http://cdn.test/qiniu/avatar/[0-9a-f]{32}\\.jpg\"}}");
        USER_SERVICE.verify(
                1,
                putRequestedFor(urlPathEqualTo("/internal/users/42/avatar"))
                        .withRequestBody(matchingJsonPath("$.avatar_url")));
    }
}
