package io.passport.common.openapi;

import io.passport.common.api.ErrorCode;
import io.passport.common.session.SessionKey;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parts of {@code gateway/openapi.json} that every service describes in the same way. The texts are in Chinese, as the
 * clients' own documents.
 */
final class PublicApi {

    static final String FAILURE = "#/components/schemas/Failure";
    static final String STATUS = "#/components/responses/Status";

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String VERSION = "1.0";
    private static final String GATEWAY = "/";
    private static final String DESCRIPTION = """
            每个应答都是 `{"errno":"0","errmsg":"OK","data":{…}}`，没有数据时省略 `data`。
            业务上的拒绝也是 HTTP 200，只看 `errno`；各操作的 `x-errno` 与示例按检查的先后列出其失败。
            `4103` 的 errmsg 也可能是某个字段的格式要求。任何操作意外失败时是 `4500`。
            其他状态码只来自 HTTP 与网关，应答格式相同：400、403、404（没有该路径）、405（没有该方法）、413、415、429、503。

            | errno | 名称 | 默认 errmsg |
            |---|---|---|
            """;

    private PublicApi() {}

    /** The document before any operation is added. Its server is the gateway that serves it. */
    static OpenAPI frame() {
        return new OpenAPI()
                .info(new Info().title("Passport").version(VERSION).description(DESCRIPTION + codes()))
                .addServersItem(new Server().url(GATEWAY))
                .tags(List.of(
                        new Tag().name("验证码").description("图片验证码与短信验证码"),
                        new Tag().name("账户").description("注册、登录、会话、密码与手机号"),
                        new Tag().name("资料").description("用户名与头像"),
                        new Tag().name("实名认证").description("真实姓名与身份证号")))
                .components(components());
    }

    private static Components components() {
        return new Components()
                .addSecuritySchemes(SessionKey.COOKIE, sessionCookie())
                .addSchemas("Failure", failure())
                .addResponses("Status400", answer("不是合法的 HTTP 请求，或请求体来得太慢", ErrorCode.PARAMERR))
                .addResponses("Status403", answer("来自其他网站的请求", ErrorCode.REQERR))
                .addResponses("Status413", answer("请求体超过网关的上限", ErrorCode.PARAMERR))
                .addResponses("Status415", answer("不支持的 Content-Type", ErrorCode.REQERR))
                .addResponses("Status429", retryable("请求过于频繁", ErrorCode.REQERR))
                .addResponses("Status503", retryable("会话存储（4001）或服务（4500）暂不可用", ErrorCode.DBERR, ErrorCode.SERVERERR));
    }

    private static SecurityScheme sessionCookie() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name(SessionKey.COOKIE)
                .description("注册或登录后由浏览器自动携带");
    }

    private static Schema<?> failure() {
        Schema<?> seconds = new IntegerSchema().minimum(BigDecimal.ONE).description("多少秒后可以再试");
        return new ObjectSchema()
                .description("失败")
                .addProperty("errno", failureCodes())
                .addProperty("errmsg", new StringSchema().description("页面显示的文字").example("参数错误"))
                .addProperty(
                        "data", new ObjectSchema().description("只有 4201 会带").addProperty("retry_after", seconds))
                .required(List.of("errno", "errmsg"));
    }

    private static StringSchema failureCodes() {
        StringSchema codes = new StringSchema();
        Arrays.stream(ErrorCode.values())
                .filter(code -> code != ErrorCode.OK)
                .map(ErrorCode::errno)
                .forEach(codes::addEnumItem);
        return codes;
    }

    private static ApiResponse answer(String description, ErrorCode... codes) {
        MediaType json = new MediaType().schema(new Schema<>().$ref(FAILURE));
        for (ErrorCode code : codes) {
            FailedAnswer failed = new FailedAnswer(code.errno(), code.text());
            json.addExamples(failed.title(), new Example().value(failed.body()));
        }
        return new ApiResponse().description(description).content(new Content().addMediaType(JSON, json));
    }

    private static ApiResponse retryable(String description, ErrorCode... codes) {
        Schema<?> seconds = new IntegerSchema().minimum(BigDecimal.ONE);
        return answer(description, codes)
                .addHeaderObject(
                        "Retry-After", new Header().description("多少秒后可以再试").schema(seconds));
    }

    private static String codes() {
        return Arrays.stream(ErrorCode.values())
                .map(code -> "| %s | %s | %s |".formatted(code.errno(), code.name(), code.text()))
                .collect(Collectors.joining("\n"));
    }
}
