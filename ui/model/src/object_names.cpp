#include "ui_model/object_names.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

#include "narrator/facts.h"
#include "replay/replay.h"

namespace loopline::ui {

using replay::EventIndex;
using replay::ObjectId;
using trace::Kind;
using trace::ObjectType;

namespace {

constexpr EventIndex kFarthest = 400;  // events between a line and what it makes

QString objectText(const char* text) { return QCoreApplication::translate("loopline::ui::ObjectNames", text); }

const trace::ObjectRow* rowOf(const replay::Replay& replay, ObjectId object) {
  const auto& rows = replay.data().objects;
  const auto row = std::ranges::find(rows, object, &trace::ObjectRow::id);
  return row == rows.end() ? nullptr : &*row;
}

// Cut at a character that stands outside all brackets and quotes.
QStringList split(const QString& text, QChar at, bool once = false) {
  QStringList parts;
  int depth = 0;
  QChar quote;
  qsizetype begin = 0;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (!quote.isNull()) {
      if (c == u'\\') ++i;
      if (c == quote) quote = QChar();
      continue;
    }
    if (c == u'\'' || c == u'"') quote = c;
    if (c == u'#') return parts << text.mid(begin, i - begin).trimmed();
    if (QStringView(u"([{").contains(c)) ++depth;
    if (QStringView(u")]}").contains(c)) --depth;
    if (c != at || depth > 0) continue;
    if (at == u'=') {  // an assignment, not a comparison
      const QChar before = i > 0 ? text[i - 1] : QChar();
      const QChar after = i + 1 < text.size() ? text[i + 1] : QChar();
      if (after == u'=' || QStringView(u"=!<>:+-*/").contains(before)) continue;
    }
    parts << text.mid(begin, i - begin).trimmed();
    begin = i + 1;
    if (once) break;
  }
  return parts << text.mid(begin).trimmed();
}

// What a line makes, in order: the type, the name it is assigned to, and for whom it is made (an earlier entry; -1 the
// program).
struct Made {
  ObjectType type = ObjectType::other;
  QString name;
  int inside = -1;
};

// Whether all brackets of what stands before are closed again: "get_running_loop()." but not "wrap(".
bool isOutside(const QString& before) {
  int depth = 0;
  for (const QChar c : before) {
    if (QStringView(u"([{").contains(c)) ++depth;
    if (QStringView(u")]}").contains(c)) --depth;
  }
  return depth == 0;
}

void addCall(std::vector<Made>& made, const QString& call, bool plain, const QString& name) {
  const auto first = static_cast<int>(made.size());
  const auto add = [&](ObjectType type, int inside) { made.push_back({type, inside < 0 ? name : QString(), inside}); };
  if (call == QStringLiteral("Lock") || call == QStringLiteral("RLock")) return add(ObjectType::lock, -1);
  if (call == QStringLiteral("Event")) return add(ObjectType::event, -1);
  if (call.endsWith(QStringLiteral("Semaphore"))) return add(ObjectType::semaphore, -1);
  if (call == QStringLiteral("create_future") || call == QStringLiteral("Future")) return add(ObjectType::future, -1);
  if (call == QStringLiteral("TaskGroup")) return add(ObjectType::task_group, -1);
  if (call == QStringLiteral("Condition")) {
    add(ObjectType::condition, -1);
    if (plain) add(ObjectType::lock, first);
  } else if (call == QStringLiteral("Barrier")) {
    add(ObjectType::barrier, -1);
    add(ObjectType::condition, first);
    add(ObjectType::lock, first + 1);
  } else if (call.endsWith(QStringLiteral("Queue"))) {
    add(ObjectType::queue, -1);
    add(ObjectType::event, first);
  }
}

std::vector<Made> madeBy(const QString& line) {
  static const QRegularExpression call(
      QStringLiteral("\\b(Lock|RLock|Event|Condition|Semaphore|BoundedSemaphore|Barrier|Queue|LifoQueue|PriorityQueue|"
                     "TaskGroup|create_future|Future)\\(\\s*(\\))?"));
  std::vector<Made> made;
  QStringList sides = split(line, u'=', true);
  QStringList names;
  QString right = sides.back();
  if (sides.size() == 2) {
    names = split(split(sides.front(), u':', true).front(), u',');
    while ((sides = split(right, u'=', true)).size() == 2) right = sides.back();
  }
  const QStringList values = split(right, u',');
  for (qsizetype i = 0; i < values.size(); ++i) {
    qsizetype calls = 0;
    for (auto found = call.globalMatch(values[i]); found.hasNext(); ++calls) {
      const QRegularExpressionMatch match = found.next();
      // Assigned is what the whole value is, not what is made inside it.
      const bool whole =
          calls == 0 && (names.size() == values.size()) && isOutside(values[i].left(match.capturedStart()));
      addCall(made, match.captured(1), match.capturedLength(2) > 0, whole ? names[i] : QString());
    }
  }
  static const QRegularExpression with(QStringLiteral("\\bwith\\b.*\\bas\\s+(\\w+)\\s*:"));
  if (const auto match = with.match(line); match.hasMatch() && made.size() == 1) made.front().name = match.captured(1);
  return made;
}

}  // namespace

ObjectName objectName(const replay::Replay& replay, ObjectId object) {
  const trace::ObjectRow* row = rowOf(replay, object);
  if (row == nullptr || row->event == 0) return {};
  ObjectName result;
  // Back to the line that made it, past what the same line made before.
  std::vector<ObjectId> together;
  auto event = static_cast<EventIndex>(row->event);
  const EventIndex stop = event > kFarthest ? event - kFarthest : 0;
  for (; event > stop; --event) {
    const trace::Event each = replay.event(event);
    if (each.kind == Kind::line) break;
    if (each.kind == Kind::step_begin || each.kind == Kind::callback_begin) return {};
    if (each.kind == Kind::object_made) together.push_back(static_cast<ObjectId>(each.a));
  }
  if (event == stop) return {};
  result.line = static_cast<int>(replay.event(event).b);
  const Facts facts(replay, replay.after(static_cast<EventIndex>(row->event)));
  const std::vector<Made> made = madeBy(facts.sourceLine(result.line));
  std::ranges::reverse(together);
  const std::size_t place = together.size() - 1;
  if (place >= made.size() || made[place].type != row->type) return result;
  result.name = made[place].name;
  if (made[place].inside >= 0) result.inside = together[static_cast<std::size_t>(made[place].inside)];
  return result;
}

QString objectTypeName(const replay::Replay& replay, ObjectId object) {
  const trace::ObjectRow* row = rowOf(replay, object);
  switch (row == nullptr ? ObjectType::future : row->type) {
    case ObjectType::future: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "future"));
    case ObjectType::gather: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "gather"));
    case ObjectType::lock: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "lock"));
    case ObjectType::event: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "event"));
    case ObjectType::condition: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "condition"));
    case ObjectType::semaphore: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "semaphore"));
    case ObjectType::barrier: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "barrier"));
    case ObjectType::queue: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "queue"));
    case ObjectType::task_group: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "task group"));
    case ObjectType::executor: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "executor"));
    case ObjectType::thread_lock: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "thread lock"));
    case ObjectType::thread_queue: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "thread queue"));
    case ObjectType::process: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "process"));
    case ObjectType::connection: return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "connection"));
    case ObjectType::other: break;
  }
  return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "object"));
}

bool waitsFor(const replay::Replay& replay, const trace::Awaited& awaited, ObjectId object) {
  const ObjectId owner = awaited.owner != 0 ? awaited.owner : awaited.object;
  if (owner == 0) return false;
  return owner == object || awaited.object == object || objectName(replay, owner).inside == object;
}

QString objectTitle(const replay::Replay& replay, ObjectId object) {
  const QString type = objectTypeName(replay, object);
  const ObjectName name = objectName(replay, object);
  if (name.inside != 0)
    return objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "%1 inside %2"))
        .arg(type, objectTitle(replay, name.inside));
  if (!name.name.isEmpty()) return type + u' ' + name.name;
  const trace::ObjectRow* row = rowOf(replay, object);
  const QString label = row == nullptr ? QString() : fromView(replay.data().strings[row->label]);
  // A label that only repeats the class says nothing.
  static const QStringList classes{QStringLiteral("lock"),      QStringLiteral("event"),     QStringLiteral("queue"),
                                   QStringLiteral("condition"), QStringLiteral("semaphore"), QStringLiteral("barrier"),
                                   QStringLiteral("future"),    QStringLiteral("gather"),    QStringLiteral("group")};
  if (!label.isEmpty() && label.compare(type, Qt::CaseInsensitive) != 0 && !classes.contains(label.toLower())) {
    return type + u' ' + label;
  }
  return name.line > 0
             ? objectText(QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "%1 (line %2)")).arg(type).arg(name.line)
             : type;
}

}  // namespace loopline::ui
