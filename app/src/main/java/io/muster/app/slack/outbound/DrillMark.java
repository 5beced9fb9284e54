package io.muster.app.slack.outbound;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Shapes;

import java.util.ArrayList;
import java.util.List;

/**
 * Whatever is said of a drill says that it is one. Most notices say it in their first words; what
 * does not gets it here, so that no notice that is added later can forget it.
 */
final class DrillMark {
    private DrillMark() {}

    static Message on(Message message, IncidentView view) {
        String mark = view.drill();
        if (message.text().startsWith(mark) || message.text().startsWith("📣 " + mark)) {
            return message;
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.context("*" + mark + "an exercise, nothing is wrong*"));
        blocks.addAll(message.blocks());
        return new Message(mark + message.text(), blocks);
    }
}
