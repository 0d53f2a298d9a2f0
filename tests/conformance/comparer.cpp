#include "comparer.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace loopline::conformance {

namespace {

constexpr double kClose = 1e-7;

const QStringList& keys_of_all_lines() {
  static const QStringList keys{"ev", "iter", "kind",  "task", "cb",  "coro",
                                "by", "how",  "value", "text", "dur", "what"};
  return keys;
}

/// Addresses differ from run to run. What is absent is as good as null.
QJsonValue normal(const QJsonValue& value) {
  static const QRegularExpression address(QStringLiteral("\\b0x[0-9a-f]{6,16}\\b"));
  if (value.isUndefined()) return QJsonValue::Null;
  if (!value.isString()) return value;
  return value.toString().replace(address, QStringLiteral("0x0"));
}

QString event_of(const QJsonObject& line) { return line.value(QLatin1String("ev")).toString(); }

bool same(const QJsonObject& a, const QJsonObject& b, const QStringList& keys) {
  const QLatin1String time("t");
  if (std::abs(a.value(time).toDouble() - b.value(time).toDouble()) > kClose) return false;
  return std::all_of(keys.begin(), keys.end(),
                     [&](const QString& key) { return normal(a.value(key)) == normal(b.value(key)); });
}

QString shown(const Log& log, qsizetype at) {
  return at < log.size() ? QString::fromUtf8(QJsonDocument(log[at]).toJson(QJsonDocument::Compact))
                         : QString("nothing");
}

/// Empty if there is none.
QString first_difference(const Log& wanted, const Log& got, const QStringList& keys) {
  for (qsizetype i = 0; i < std::max(wanted.size(), got.size()); ++i) {
    if (i < wanted.size() && i < got.size() && same(wanted[i], got[i], keys)) continue;
    return QString("at %1\n    wanted %2\n    got    %3").arg(i).arg(shown(wanted, i), shown(got, i));
  }
  return {};
}

template <class Keep>
Log only(const Log& log, Keep keep) {
  Log kept;
  std::copy_if(log.begin(), log.end(), std::back_inserter(kept), keep);
  return kept;
}

Log printed_lines(const Log& log) {
  return only(log, [](const QJsonObject& line) { return event_of(line) == QLatin1String("out"); });
}

QStringList texts(const Log& lines) {
  QStringList texts;
  for (const QJsonObject& line : lines) texts.append(normal(line.value(QLatin1String("text"))).toString());
  return texts;
}

QString ending(const Log& log) {
  for (auto line = log.rbegin(); line != log.rend(); ++line) {
    const QString event = event_of(*line);
    if (event == QLatin1String("deadlock") || event == QLatin1String("limit")) return event;
    if (event == QLatin1String("main_end")) {
      const QJsonArray end{event, line->value(QLatin1String("how")), normal(line->value(QLatin1String("text")))};
      return QString::fromUtf8(QJsonDocument(end).toJson(QJsonDocument::Compact));
    }
  }
  return QStringLiteral("none");
}

/// The warnings as a multiset: when one comes depends on when an object dies.
QStringList warnings(const Log& log) {
  QStringList found;
  for (const QJsonObject& line : log) {
    if (event_of(line) != QLatin1String("warn")) continue;
    const QJsonArray warning{line.value(QLatin1String("kind")), normal(line.value(QLatin1String("task"))),
                             normal(line.value(QLatin1String("value")))};
    found.append(QString::fromUtf8(QJsonDocument(warning).toJson(QJsonDocument::Compact)));
  }
  found.sort();
  return found;
}

QString iteration_difference(const Log& wanted, const Log& got) {
  const auto counts = [](const QJsonObject& line) {
    const QString event = event_of(line);
    return event != QLatin1String("err") && event != QLatin1String("warn") && event != QLatin1String("end");
  };
  const QString difference = first_difference(only(wanted, counts), only(got, counts), keys_of_all_lines());
  if (!difference.isEmpty()) return difference;
  const QStringList expected = warnings(wanted);
  const QStringList found = warnings(got);
  if (expected == found) return {};
  return QString("warnings\n    wanted %1\n    got    %2").arg(expected.join(' '), found.join(' '));
}

QString ending_difference(const Log& wanted, const Log& got) {
  return ending(wanted) == ending(got)
             ? QString()
             : QString("the end\n    wanted %1\n    got    %2").arg(ending(wanted), ending(got));
}

/// Sets text and printed, and the difference if they are not right.
void judge_printed(const Log& wanted, const Log& got, const QStringList& marks, Verdict& verdict) {
  const Log expected = printed_lines(wanted);
  const Log found = printed_lines(got);
  QStringList expected_texts = texts(expected);
  QStringList found_texts = texts(found);
  if (marks.contains("threads")) {
    expected_texts.sort();
    found_texts.sort();
  }
  const QString end = ending_difference(wanted, got);
  verdict.text = expected_texts == found_texts && end.isEmpty();
  if (marks.contains("threads") || marks.contains("io")) {
    verdict.printed = verdict.text;
    if (!verdict.text) verdict.difference = first_difference(expected, found, {"text"});
  } else {
    verdict.difference = first_difference(expected, found, {"task", "text"});
    verdict.printed = verdict.difference.isEmpty() && end.isEmpty();
  }
  if (verdict.difference.isEmpty() && !verdict.printed) verdict.difference = end;
}

}  // namespace

std::optional<Log> read_log(const QByteArray& text) {
  Log log;
  for (const QByteArray& line : text.split('\n')) {
    if (line.trimmed().isEmpty()) continue;
    const QJsonObject event = QJsonDocument::fromJson(line).object();
    if (!event.contains(QLatin1String("ev")) || !event.contains(QLatin1String("t"))) return std::nullopt;
    log.append(event);
  }
  return log;
}

QStringList marks_of(const QByteArray& program) {
  for (const QByteArray& line : program.split('\n')) {
    if (!line.startsWith('#')) break;
    if (!line.startsWith("# marks:")) continue;
    QStringList marks;
    for (const QByteArray& mark : line.mid(8).split(',')) marks.append(QString::fromUtf8(mark.trimmed()));
    return marks;
  }
  return {};
}

QString name_of(Exactness exactness) {
  switch (exactness) {
    case Exactness::none: return "none";
    case Exactness::text: return "text";
    case Exactness::printed: return "stdout";
    case Exactness::iterations: return "iteration";
  }
  return {};
}

std::optional<Exactness> exactness_of(const QString& name) {
  for (const Exactness each : {Exactness::none, Exactness::text, Exactness::printed, Exactness::iterations}) {
    if (name_of(each) == name) return each;
  }
  return std::nullopt;
}

Exactness Verdict::exactness() const {
  if (printed && iterations.value_or(false)) return Exactness::iterations;
  if (printed) return Exactness::printed;
  return text ? Exactness::text : Exactness::none;
}

Verdict judge(const Log& wanted, const Log& full, const Log& printed, const QStringList& marks) {
  Verdict verdict;
  judge_printed(wanted, printed, marks, verdict);
  if (marks.contains("threads") || marks.contains("io")) return verdict;
  const QString difference = iteration_difference(wanted, full);
  verdict.iterations = difference.isEmpty();
  if (verdict.difference.isEmpty()) verdict.difference = difference;
  return verdict;
}

}  // namespace loopline::conformance
