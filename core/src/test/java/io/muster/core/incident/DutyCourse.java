package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.fact.Answer;
import io.muster.core.fact.TimeName;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Law;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.SeverityName;
import io.muster.core.written.Yaml;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plays a course that is written in short words: {@code 2026-03-04T10:00Z declare P0; …}. */
final class DutyCourse {
    private static final FreeText BECAUSE = new FreeText("because");

    private DutyCourse() {}

    static Scene play(String policy, String steps) {
        Scene scene = scene(policy).withAdmin(Scene.ANA);
        for (String step : steps.split("; ")) {
            String[] words = step.strip().split(" ");
            scene.at(words[0]);
            if (words[1].equals("declare")) {
                scene.declares(words[2], "Something happened");
            } else {
                scene.does(command(words));
            }
        }
        return scene;
    }

    /** A scene under a policy that ships, or under the first one with every law enabled. */
    static Scene scene(String policy) {
        return switch (policy) {
            case "fs" -> Scene.under("featuresignals");
            case "irp" -> Scene.under("soc2-irp-001");
            default -> Scene.underText(everyLaw());
        };
    }

    static String everyLaw() {
        String laws = Yaml.laws().laws().stream().map(Law::id).collect(Collectors.joining(", "));
        return Yaml.builtIn("featuresignals")
                .replace("laws: [gdpr-33, gdpr-34, dora]", "laws: [" + laws + "]");
    }

    static IncidentCommand command(String... words) {
        String what = words[2 - 1];
        return switch (what) {
            case "confirm" ->
                    new IncidentCommand.Confirm(
                            words.length > 2
                                    ? Optional.of(new KindName(words[2]))
                                    : Optional.empty());
            case "severity" ->
                    new IncidentCommand.ChangeSeverity(new SeverityName(words[2]), BECAUSE);
            case "dismiss" -> new IncidentCommand.Dismiss(BECAUSE);
            case "resolve" -> new IncidentCommand.Resolve(BECAUSE);
            case "reopen" -> new IncidentCommand.Reopen(BECAUSE);
            case "close" -> new IncidentCommand.Close(BECAUSE);
            case "yes", "no", "unknown" -> answer(what, words);
            case "aware", "detected", "confirmed" ->
                    new FactCommand.ClaimTime(
                            TimeName.valueOf(what.toUpperCase(Locale.ROOT)),
                            Instant.parse(words[2]),
                            BECAUSE);
            case "sent" -> sent(words[2], words[3], FreeText.NONE);
            case "late" -> sent(words[2], words[3], BECAUSE);
            case "again" -> again(words[2], words[3]);
            case "waive" -> new DutyCommand.WaiveDuty(new DutyName(words[2]), BECAUSE);
            case "back" -> new DutyCommand.TakeBackDuty(new DutyName(words[2]), BECAUSE);
            case "hold" ->
                    new DutyCommand.HoldDuty(
                            new DutyName(words[2]), words[3], Instant.parse(words[4]), BECAUSE);
            case "release" -> new DutyCommand.ReleaseDuty(new DutyName(words[2]), BECAUSE);
            case "vendor" ->
                    new DutyCommand.RecordVendorNotice(
                            new FreeText("Hosting Inc."), Instant.parse(words[2]), BECAUSE);
            default -> throw new IllegalArgumentException(String.join(" ", List.of(words)));
        };
    }

    static IncidentCommand sent(String duty, String at, FreeText lateBecause) {
        return new DutyCommand.DischargeDuty(
                new DutyName(duty),
                Instant.parse(at),
                new FreeText("ref 4711"),
                Optional.empty(),
                lateBecause,
                new FreeText("Lena Vogt, Legal, by telephone"));
    }

    static IncidentCommand again(String duty, String at) {
        return new DutyCommand.SendAgain(
                new DutyName(duty),
                Instant.parse(at),
                new FreeText("ref 4712"),
                new FreeText("Lena Vogt, Legal, by telephone"));
    }

    private static IncidentCommand answer(String word, String... words) {
        return new FactCommand.AnswerQuestion(
                new QuestionName(words[2]),
                Answer.valueOf(word.toUpperCase(Locale.ROOT)),
                new FreeText("seen " + words[0]),
                words.length > 3 ? Optional.of(Instant.parse(words[3])) : Optional.empty());
    }
}
