// The built program, as a person would call it, in a folder of its own.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace loopline::app::test {

struct Ran {
  int status = -1;  ///< -1: it crashed or did not end
  QByteArray out, err;
};

/// A folder that goes with the test, with files in it; the program runs there.
class Desk {
 public:
  QString path(const QString& name) const { return m_folder.filePath(name); }
  void write(const QString& name, const QByteArray& content) const;
  QByteArray read(const QString& name) const;
  bool has(const QString& name) const;
  /// The names of all files in it, sorted.
  QStringList files() const;
  /// `environment`: "NAME=value" to set, "NAME" to unset.
  Ran run(const QStringList& arguments, const QStringList& environment = {}) const;
  /// The same through a shell; %1 is the program.
  Ran run_shell(const QString& command) const;

 private:
  Ran run_program(const QString& program, const QStringList& arguments, const QStringList& environment) const;

  QTemporaryDir m_folder;
};

/// A lesson with the scenarios `good`, `bad` (raises ValueError, as it should) and `stuck` (a deadlock, as it should).
QByteArray small_lesson();

/// Compares status and stderr's beginning; what differs is in the message.
bool ended(const Ran& ran, int status, const QByteArray& err_begins, QByteArray& why);

}  // namespace loopline::app::test
