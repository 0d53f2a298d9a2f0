// Holds a log of the engine against one of CPython's, as FORMAT.md says what is compared; compare.py does the same.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace loopline::conformance {

using Log = QList<QJsonObject>;

/// The lines of a log; nothing if one of them is no event.
std::optional<Log> read_log(const QByteArray& text);

/// "# marks: io, threads" among the comments that begin a program.
QStringList marks_of(const QByteArray& program);

/// How much of a log is right, each including those before it.
enum class Exactness { none, text, printed, iterations };

QString name_of(Exactness exactness);
std::optional<Exactness> exactness_of(const QString& name);

struct Verdict {
  bool text = false;               ///< the lines printed, and how the program ends
  bool printed = false;            ///< also when and by which task
  std::optional<bool> iterations;  ///< every line; nothing if the program's marks rule it out
  QString difference;              ///< the first one, empty if there is none

  Exactness exactness() const;
};

/// `wanted` is the golden; `full` and `printed` are what the engine gives in the two modes.
Verdict judge(const Log& wanted, const Log& full, const Log& printed, const QStringList& marks);

}  // namespace loopline::conformance
