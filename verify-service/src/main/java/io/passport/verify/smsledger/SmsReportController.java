package io.passport.verify.smsledger;

import io.passport.common.api.ApiException;
import io.passport.common.internalcall.AllowedCallers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /internal/sms-report}: the ledger of a day as a text table, for the command {@code deploy/sms-report}. */
@RestController
@AllowedCallers("operator")
class SmsReportController {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final LedgerFlushJob flushJob;

    SmsReportController(LedgerFlushJob flushJob) {
        this.flushJob = flushJob;
    }

    /**
     * Returns the table.
     *
     * @param day such as {@code 2026-11-23}, in the time zone Asia/Shanghai
     * @throws ApiException {@code 4103} when the day is malformed
     * @throws org.springframework.dao.DataAccessException when Redis or the database fails
     */
    @GetMapping(path = "/internal/sms-report", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String of(@RequestParam String day) {
        LocalDate date = parse(day);
        Instant from = date.atStartOfDay(SHANGHAI).toInstant();
        Instant to = date.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
        return SmsReport.of(flushJob.between(from, to), SHANGHAI);
    }

    private static LocalDate parse(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw ApiException.badParameter("日期格式为 2026-11-23");
        }
    }
}
