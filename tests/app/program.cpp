#include "program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

namespace loopline::app::test {

void Desk::write(const QString& name, const QByteArray& content) const {
  QFile file(path(name));
  if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("cannot write a test's file");
}

QByteArray Desk::read(const QString& name) const {
  QFile file(path(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool Desk::has(const QString& name) const { return QFile::exists(path(name)); }

QStringList Desk::files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

Ran Desk::run_program(const QString& program, const QStringList& arguments, const QStringList& environment) const {
  QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
  for (const QString& variable : environment) {
    const auto equals = variable.indexOf('=');
    if (equals < 0) {
      variables.remove(variable);
    } else {
      variables.insert(variable.left(equals), variable.mid(equals + 1));
    }
  }
  QProcess process;
  process.setProcessEnvironment(variables);
  process.setWorkingDirectory(m_folder.path());
  process.start(program, arguments);
  process.closeWriteChannel();
  Ran ran;
  if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit) ran.status = process.exitCode();
  ran.out = process.readAllStandardOutput();
  ran.err = process.readAllStandardError();
  return ran;
}

Ran Desk::run(const QStringList& arguments, const QStringList& environment) const {
  return run_program(LOOPLINE_PROGRAM, arguments, environment);
}

Ran Desk::run_shell(const QString& command) const {
  return run_program("/bin/sh", {"-c", command.arg(LOOPLINE_PROGRAM)}, {});
}

QByteArray small_lesson() {
  return R"(---
title: A small lesson
compare: [good, bad]
---
Some prose.

```python name="good" title="It ends well"
import asyncio

async def main():
    print("one")
    await asyncio.sleep(1)
    print("two")

asyncio.run(main())
```

```python name="bad" expect="ValueError"
print("before")
raise ValueError("on purpose")
```

```python name="stuck" expect="deadlock"
import asyncio

async def main():
    await asyncio.get_running_loop().create_future()

asyncio.run(main())
```

```quiz
ask: Which line prints first?
about: first-print
scenario: good
```
)";
}

bool ended(const Ran& ran, int status, const QByteArray& err_begins, QByteArray& why) {
  why = "status " + QByteArray::number(ran.status) + ", stderr: " + ran.err + ", stdout: " + ran.out.left(2000);
  return ran.status == status && (err_begins.isEmpty() ? ran.err.isEmpty() : ran.err.startsWith(err_begins));
}

}  // namespace loopline::app::test
