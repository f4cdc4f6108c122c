package io.passport.user.realname;

import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.api.StorageFailureMessage;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.openapi.Failure;
import io.passport.user.account.Accounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /user/auth} and {@code GET /user/auth}: verifies and shows the real name. Without the database both answer
 * {@code 4001}.
 */
@RestController
@RequestMapping("/api/v1.0/user/auth")
class RealNameController {

    private final Accounts accounts;
    private final RealNameVerification verification;
    private final VerifiedIdentities identities;
    private final RealNameProperties properties;

    RealNameController(
            Accounts accounts,
            RealNameVerification verification,
            VerifiedIdentities identities,
            RealNameProperties properties) {
        this.accounts = accounts;
        this.verification = verification;
        this.identities = identities;
        this.properties = properties;
    }

    @Operation(
            operationId = "verifyRealName",
            tags = "实名认证",
            summary = "实名认证",
            description = "认证通过后不可更改，同一身份证号只能用于一个账户。")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "参数不完整")
    @Failure(value = ErrorCode.NODATA, errmsg = "无效操作")
    @Failure(value = ErrorCode.DATAEXIST, errmsg = "已实名认证或身份证号已被使用")
    @Failure(value = ErrorCode.REQERR, errmsg = Failure.RETRY_LATER)
    @Failure(value = ErrorCode.THIRDERR, errmsg = "实名核验服务暂不可用")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "姓名与身份证号不一致")
    @PostMapping
    @StorageFailureMessage("保存用户实名信息异常")
    Envelope<@Nullable Void> verify(SignedInUser user, @RequestBody Identity identity) {
        verification.verify(user.id(), identity);
        return Envelope.ok();
    }

    @Operation(
            operationId = "getRealName",
            tags = "实名认证",
            summary = "获取用户实名信息",
            description = "未认证时 real_name 与 id_card 为 null；id_card 只显示首尾。")
    @Failure(value = ErrorCode.NODATA, errmsg = "无效操作")
    @Failure(ErrorCode.DBERR)
    @GetMapping
    Envelope<RealNameResponse> verified(SignedInUser user) {
        accounts.require(user.id());
        return Envelope.ok(identities
                .of(user.id())
                .map(identity -> view(user.id(), identity))
                .orElseGet(() -> new RealNameResponse(user.id(), null, null)));
    }

    private RealNameResponse view(long userId, Identity identity) {
        IdCardNumber card = identity.idCard();
        return new RealNameResponse(
                userId, identity.realName().text(), properties.showFull() ? card.number() : card.masked());
    }

    /** Name and card are null until they are verified. */
    record RealNameResponse(
            long userId,

            @Schema(
                    types = {"string", "null"},
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "张三")
            @Nullable
            String realName,

            @Schema(
                    types = {"string", "null"},
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "110105********002X")
            @Nullable
            String idCard) {
        @Override
        public String toString() {
            return "RealNameResponse[" + userId + "]";
        }
    }
}
