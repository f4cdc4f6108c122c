package io.passport.user.profile;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.api.StorageFailureMessage;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.openapi.Failure;
import io.passport.user.account.AccountResponse;
import io.passport.user.account.Accounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /user} and {@code PUT /user/name}: the own profile. Both use only the database; when it is unavailable they
 * answer {@code 4001}.
 */
@RestController
@RequestMapping("/api/v1.0/user")
class ProfileController {

    private final Accounts accounts;
    private final NameChange nameChange;

    ProfileController(Accounts accounts, NameChange nameChange) {
        this.accounts = accounts;
        this.nameChange = nameChange;
    }

    @Operation(operationId = "getUser", tags = "资料", summary = "获取用户信息")
    @Failure(value = ErrorCode.NODATA, errmsg = "无效操作")
    @Failure(ErrorCode.DBERR)
    @GetMapping
    Envelope<AccountResponse> profile(SignedInUser user) {
        return Envelope.ok(AccountResponse.of(accounts.require(user.id())));
    }

    @Operation(operationId = "rename", tags = "资料", summary = "修改用户名", description = "不区分大小写地唯一。")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "参数不完整")
    @Failure(value = ErrorCode.NODATA, errmsg = "无效操作")
    @Failure(value = ErrorCode.DBERR, errmsg = "用户名已存在")
    @PutMapping("/name")
    @StorageFailureMessage("保存用户信息失败")
    Envelope<RenameResponse> rename(SignedInUser user, @RequestBody RenameRequest request) {
        return Envelope.ok(new RenameResponse(nameChange.rename(user.id(), request.name())));
    }

    record RenameRequest(Name name) {
        RenameRequest {
            if (name == null) {
                throw ApiException.badParameter("参数不完整");
            }
        }
    }

    record RenameResponse(@Schema(example = "小明") String name) {}
}
