package io.muster.app.web;

import io.muster.app.alert.AlertIntake;

/** {@code POST /alerts/<source>}: what other systems report. */
final class AlertRoute implements Route {
    static final String PATH = "/alerts/";

    private final AlertIntake intake;

    AlertRoute(AlertIntake intake) {
        this.intake = intake;
    }

    @Override
    public WebResponse answer(WebRequest request) {
        AlertIntake.Answer answer =
                intake.take(
                        request.path().substring(PATH.length()),
                        request::header,
                        request.body().bytes());
        if (answer.status() == 200) {
            return new WebResponse(200, "application/json; charset=utf-8", "{\"ok\":true}");
        }
        WebResponse refusal = WebResponse.refusal(answer.status(), answer.words());
        return answer.retryAfter()
                .map(wait -> refusal.with("Retry-After", String.valueOf(wait.toSeconds() + 1)))
                .orElse(refusal);
    }
}
