package io.muster.app.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.EntityDetailsRequestedEvent;
import com.slack.api.model.event.LinkSharedEvent;

import io.muster.core.PersonId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What Slack tells of links to our addresses, taken apart. */
final class LinkEvents {
    private final Predicate<@Nullable String> isForeign;
    private final Belonging belonging;
    private final SlackDoor.Arrivals arrivals;

    /**
     * @param isForeign whether an event of this workspace is not for us
     */
    LinkEvents(
            Predicate<@Nullable String> isForeign,
            Belonging belonging,
            SlackDoor.Arrivals arrivals) {
        this.isForeign = isForeign;
        this.belonging = belonging;
        this.arrivals = arrivals;
    }

    void listen(App bolt) {
        bolt.event(
                LinkSharedEvent.class,
                (payload, context) -> {
                    if (!isForeign.test(payload.getTeamId())
                            && payload.getEvent().getUser() != null) {
                        shared(payload);
                    }
                    return Response.ok();
                });
        bolt.event(
                EntityDetailsRequestedEvent.class,
                (payload, context) -> {
                    if (!isForeign.test(payload.getTeamId())) {
                        asked(payload);
                    }
                    return Response.ok();
                });
    }

    private void shared(EventsApiPayload<LinkSharedEvent> payload) {
        LinkSharedEvent event = payload.getEvent();
        List<String> urls =
                event.getLinks() == null
                        ? List.of()
                        : event.getLinks().stream()
                                .map(LinkSharedEvent.Link::getUrl)
                                .filter(Objects::nonNull)
                                .toList();
        boolean named = event.getUnfurlId() != null && event.getSource() != null;
        arrivals.linked(
                Deliveries.event(payload.getEventId(), event.getUser()),
                new SharedLinks(
                        said(event.getChannel()),
                        said(event.getMessageTs()),
                        named
                                ? Optional.of(
                                        new SharedLinks.Unfurl(
                                                event.getUnfurlId(), event.getSource()))
                                : Optional.empty(),
                        urls,
                        payload.isExtSharedChannel()));
    }

    private void asked(EventsApiPayload<EntityDetailsRequestedEvent> payload) {
        EntityDetailsRequestedEvent event = payload.getEvent();
        if (event.getTriggerId() == null || event.getUser() == null) {
            return;
        }
        belonging.meet(new PersonId(event.getUser()));
        String reference =
                event.getExternalRef() == null ? "" : said(event.getExternalRef().getId());
        arrivals.askedDetails(
                Deliveries.event(payload.getEventId(), event.getUser()),
                new AskedDetails(event.getTriggerId(), reference, said(event.getAppUnfurlUrl())));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
