package io.muster.app;

import io.muster.app.desk.AlertDesk;
import io.muster.app.desk.DutyDesk;
import io.muster.app.desk.PictureDesk;
import io.muster.app.desk.ProgramDesk;
import io.muster.app.evidence.EvidenceVault;
import io.muster.app.slack.AskedDetails;
import io.muster.app.slack.Delivered;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Reception;
import io.muster.app.slack.RoomChange;
import io.muster.app.slack.SharedLinks;
import io.muster.app.slack.SlackDoor;
import io.muster.app.slack.Ways;
import io.muster.app.slack.Whispers;
import io.muster.app.slack.action.ActionConversation;
import io.muster.app.slack.alert.AlertConversation;
import io.muster.app.slack.approval.ApprovalConversation;
import io.muster.app.slack.approval.DraftConversation;
import io.muster.app.slack.approval.DutyDrafts;
import io.muster.app.slack.approval.WaitingApprovals;
import io.muster.app.slack.audience.MatrixConversation;
import io.muster.app.slack.checklist.ChecklistConversation;
import io.muster.app.slack.checklist.TaskConversation;
import io.muster.app.slack.document.DocumentConversation;
import io.muster.app.slack.drill.DrillConversation;
import io.muster.app.slack.duty.NotifyConversation;
import io.muster.app.slack.evidence.EvidenceConversation;
import io.muster.app.slack.fact.FactConversation;
import io.muster.app.slack.help.HelpConversation;
import io.muster.app.slack.home.HomeConversation;
import io.muster.app.slack.home.LeftoverConversation;
import io.muster.app.slack.home.ListingConversation;
import io.muster.app.slack.incident.CardMenu;
import io.muster.app.slack.incident.ClosingConversation;
import io.muster.app.slack.incident.DeclareConversation;
import io.muster.app.slack.incident.PhaseConversation;
import io.muster.app.slack.incident.SeverityConversation;
import io.muster.app.slack.incident.StatusConversation;
import io.muster.app.slack.incident.TriageConversation;
import io.muster.app.slack.link.IncidentLinks;
import io.muster.app.slack.link.LinkConversation;
import io.muster.app.slack.link.LinkPreviews;
import io.muster.app.slack.obligation.ReminderConversation;
import io.muster.app.slack.obligation.UpdateConversation;
import io.muster.app.slack.oncall.OnCallConversation;
import io.muster.app.slack.picture.PictureConversation;
import io.muster.app.slack.program.PlanConversation;
import io.muster.app.slack.report.MetricsConversation;
import io.muster.app.slack.report.ReportConversation;
import io.muster.app.slack.review.ReviewConversation;
import io.muster.app.slack.roster.RosterConversation;
import io.muster.app.slack.statuspage.MaintenanceConversation;
import io.muster.app.slack.statuspage.OwnPage;
import io.muster.app.slack.statuspage.StatusPageConversation;
import io.muster.app.slack.talk.HandoverConversation;
import io.muster.app.slack.talk.MessageShortcuts;
import io.muster.app.slack.talk.Presence;
import io.muster.app.slack.talk.RoomConversation;
import io.muster.app.slack.talk.SummaryConversation;
import io.muster.app.slack.ticket.TicketConversation;
import io.muster.app.slack.timeline.TimelineConversation;
import io.muster.app.slack.vendor.VendorConversation;
import io.muster.app.status.MaintenanceDesk;
import io.muster.app.status.SubscriberCount;
import io.muster.core.PersonId;
import io.muster.core.roster.Team;
import io.muster.core.talk.Spot;
import io.muster.db.delivery.Delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** All conversations, in the order in which help lists their verbs. */
final class Conversations {
    private Conversations() {}

    static Ways all(
            Reception reception,
            Modals modals,
            Whispers whispers,
            Team team,
            EvidenceVault vault,
            ProgramDesk program,
            Function<PersonId, Optional<ZoneId>> zones,
            AlertDesk alerts,
            DutyDesk duty,
            Supplier<String> workspace,
            MaintenanceDesk maintenance,
            IncidentLinks links,
            PictureDesk pictures,
            SubscriberCount subscribers) {
        DeclareConversation declaring = new DeclareConversation(reception, modals, whispers);
        ChecklistConversation checklist = new ChecklistConversation(reception, modals);
        Ways ways = new Ways();
        List.of(
                        declaring,
                        new TriageConversation(reception, modals),
                        new SeverityConversation(reception, modals),
                        new PhaseConversation(reception, modals),
                        new RosterConversation(reception, modals),
                        new OnCallConversation(reception, modals, duty),
                        new MatrixConversation(reception, modals),
                        new UpdateConversation(reception, modals),
                        new TimelineConversation(reception, modals),
                        new PictureConversation(reception, modals, pictures),
                        new NotifyConversation(reception, modals, new DutyDrafts()),
                        new EvidenceConversation(reception, modals, vault),
                        checklist,
                        new TaskConversation(reception, checklist),
                        new FactConversation(reception, modals, zones),
                        new ReminderConversation(reception),
                        new ClosingConversation(reception, modals),
                        new DraftConversation(reception, modals, new OwnPage(team.statusPage())),
                        new ApprovalConversation(reception, modals),
                        new StatusPageConversation(
                                reception, modals, team.statusPage(), subscribers),
                        new MaintenanceConversation(maintenance, modals, team.statusPage()),
                        new ReviewConversation(reception, modals, team::names),
                        new ActionConversation(reception, modals),
                        new VendorConversation(reception, modals, zones),
                        new TicketConversation(reception),
                        new DrillConversation(reception, modals),
                        new PlanConversation(reception, modals, program),
                        new ReportConversation(program),
                        new MetricsConversation(reception),
                        new AlertConversation(reception, alerts),
                        new StatusConversation(reception, declaring, subscribers),
                        new CardMenu(),
                        new LeftoverConversation(
                                reception, new HomeConversation(reception, modals, program, duty)),
                        new ListingConversation(reception, modals),
                        new MessageShortcuts(reception, modals, declaring, workspace),
                        new SummaryConversation(reception),
                        new RoomConversation(reception),
                        new LinkConversation(reception, links),
                        new HandoverConversation(reception),
                        new DocumentConversation(reception),
                        new HelpConversation())
                .forEach(conversation -> conversation.register(ways));
        return ways;
    }

    static SlackDoor.Arrivals arrivals(
            Reception reception,
            Modals modals,
            Presence presence,
            Predicate<PersonId> isUs,
            BiPredicate<PersonId, Boolean> leftOrCameBack,
            ProgramDesk program,
            DutyDesk duty,
            LinkPreviews previews) {
        HomeConversation home = new HomeConversation(reception, modals, program, duty);
        RoomConversation rooms = new RoomConversation(reception);
        return new SlackDoor.Arrivals() {
            @Override
            public void joined(Delivered from, String channel, Instant at) {
                if (isUs.test(from.by())) {
                    rooms.weCame(from, channel);
                } else {
                    presence.joined(from, channel, at);
                }
            }

            @Override
            public void left(Delivered from, String channel, Instant at) {
                if (isUs.test(from.by())) {
                    rooms.weLeft(from, channel);
                } else {
                    presence.left(from, channel, at);
                }
            }

            @Override
            public void roomChanged(Delivery delivery, String channel, RoomChange change) {
                rooms.changed(delivery, channel, change);
            }

            @Override
            public void mentioned(Delivered from, Spot spot) {
                presence.mentioned(from, spot);
            }

            @Override
            public void reacted(Delivered from, Spot spot, String emoji, boolean added) {
                presence.reacted(from, spot, emoji, added);
            }

            @Override
            public void linked(Delivered from, SharedLinks links) {
                previews.shared(from, links);
            }

            @Override
            public void askedDetails(Delivered from, AskedDetails asked) {
                previews.asked(from, asked);
            }

            @Override
            public void openedHome(Delivered from) {
                home.opened(from);
            }

            @Override
            public void accountChanged(Delivered from, boolean active) {
                if (leftOrCameBack.test(from.by(), active)) {
                    WaitingApprovals.passOn(reception);
                }
            }
        };
    }
}
