package io.muster.core.policy;

import java.util.List;

/** What most organisations have to say, in words to begin with. A policy may say all of it anew. */
final class UsualPurposes {
    private static final List<Purpose> ALL =
            List.of(
                    purpose(
                            "customer-breach",
                            "Customer breach notice",
                            "Customers whose data is affected",
                            "Email and in-app message; direct call to enterprise customers",
                            "Security incident affecting your data",
                            """
                            We are writing because a security incident affects data that you entrusted to us.

                            What happened: {findings}
                            When: it began {occurred}. We became aware of it {aware}.
                            Which data: {data}
                            Who is affected: {customers}
                            What it may mean for you: {impact}
                            What we have done: [fill in: measures taken and under way]
                            What you can do: [fill in: what you advise]

                            We are sorry. We will write again as soon as we know more.
                            Questions: {contact} (reference {incident})\
                            """),
                    purpose(
                            "suspected-breach",
                            "Suspected breach notice",
                            "Customers whose data may be affected",
                            "Email",
                            "Investigating: possible security incident",
                            """
                            Status: Investigating

                            On {detected} we noticed signs that data of yours may have been accessed without right. It is not confirmed.

                            What we know: {findings}
                            Which data may be concerned: {data}
                            What we are doing: [fill in: what is being done now]
                            What you can do: [fill in: what you advise, or that nothing is needed yet]

                            We will write again by [fill in: day and time in UTC], or sooner if we know more.
                            Questions: {contact} (reference {incident})\
                            """),
                    purpose(
                            "outage",
                            "Outage notice",
                            "Customers of the affected service",
                            "Status page; email to enterprise customers",
                            "Service disruption: {title}",
                            """
                            Since {detected} this is affected: {systems}

                            What it means for you: {impact}
                            What we are doing: [fill in: what is being done now]
                            Next update: [fill in: day and time in UTC]

                            We are sorry for the disruption. Reference: {incident}\
                            """),
                    purpose(
                            "advisory",
                            "Vulnerability advisory",
                            "All customers",
                            "Release notes or security advisory",
                            "Security advisory: [fill in: product and kind of vulnerability]",
                            """
                            We have closed a vulnerability in: {systems}

                            What it was: {cause}
                            What it could have exposed: {data}
                            Whether it was used: [fill in: what the logs show]
                            Closed on: {contained}
                            What you have to do: [fill in: update to which version, or nothing]

                            Questions: {contact} (reference {incident})\
                            """),
                    purpose(
                            "regulator",
                            "Regulator notice",
                            "[fill in: which authority]",
                            "The authority's own form",
                            "Notification of a personal data breach, {incident}",
                            """
                            This is [fill in: a first, a further or the final] notification.

                            Nature of the breach: {findings}
                            Began: {occurred}
                            Detected: {detected}
                            Became aware: {aware}
                            Categories and approximate number of persons: {customers}
                            Categories and approximate number of records: {data}
                            Likely consequences: {impact}
                            Measures taken or proposed: [fill in: measures]
                            Reasons if later than 72 hours: [fill in: reasons, or that it is in time]
                            Contact: {contact}\
                            """),
                    purpose(
                            "status-page",
                            "Status page entry",
                            "Everyone",
                            "Status page",
                            "{title}",
                            """
                            We are looking into a problem with: {systems}
                            It began around {detected}. [fill in: what users notice]
                            Next update: [fill in: time in UTC]\
                            """),
                    purpose(
                            Purpose.PUBLICATION,
                            "Public post-mortem",
                            "Everyone",
                            "Website",
                            "What happened: {title}",
                            """
                            Summary: {findings}

                            It began {occurred}, we noticed {detected}, service was back {restored}.

                            What it meant for customers: {impact}
                            Why it happened: {cause}
                            What we change: [fill in: measures]\
                            """),
                    purpose("other", "Other notice", "", "", "", ""));

    private UsualPurposes() {}

    /** All of them, reviewed and released by the same people. */
    static List<Purpose> under(ReviewRule rule) {
        return ALL.stream().map(p -> p.with(rule)).toList();
    }

    private static Purpose purpose(
            String name,
            String title,
            String audience,
            String channel,
            String subject,
            String text) {
        return new Purpose(
                name, title, ReviewRule.FOUR_EYES, new Template(audience, channel, subject, text));
    }
}
