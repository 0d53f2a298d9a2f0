# What the shell understands.
import subprocess
def sh(line): 
    r = subprocess.run(line, shell=True, capture_output=True, text=True)
    print(repr(line), r.returncode, repr(r.stdout), repr(r.stderr))
sh("yes | head -n 2")
sh("seq 1 10 | head -3 | tail -1")
sh("for f in a b; do for g in 1 2; do echo $f$g; done; done | sort -r")
sh("i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done")
sh("(echo sub; exit 3); echo $?")
sh("test -f nope || echo missing; [ -n abc ] && echo nonempty")
sh("echo a > t1; echo b >> t1; cat < t1; rm t1")
sh("cat nofile 2>/dev/null; echo $?")
sh("X=5 env | grep ^X=; echo [$X]")
sh("false; echo $?; true; echo $?")
sh("echo one two three | cut -d ' ' -f 2; echo abc | tr a-c A-C")
sh("printf 'x\\ty\\n'; echo -n no newline")
sh("if false; then echo a; elif true; then echo b; else echo c; fi")
sh("echo `echo nested`")
sh("echo a;; echo b")
sh("echo 'unterminated")
sh("sort <<EOF\nb\na\nEOF")
sh("echo $((3 * (2 + 1)))")
sh("ls; mkdir d; touch d/x d/y; ls d; echo d/*; rm -r d")
sh("exit 7")
sh("kill -9 $$")
sh("printf '%s\\n' c a b | sort | uniq -c | wc -l")
sh("echo hi | tee f1 | wc -c; cat f1; rm f1")
sh("! true; echo $?")
sh("cd /tmp && pwd")
sh("export A=1; sh -c 'echo $A'")
sh("echo $1 $# $0")
sh("date +%Y | wc -c")
sh("sleep 0.01 & echo bg; wait")
sh("grep -c a <nofile")
sh("seq 3 | while read x; do echo got $x; done")
#=> 'yes | head -n 2' 0 'y\ny\n' ''
#=> 'seq 1 10 | head -3 | tail -1' 0 '3\n' ''
#=> 'for f in a b; do for g in 1 2; do echo $f$g; done; done | sort -r' 0 'b2\nb1\na2\na1\n' ''
#=> 'i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done' 0 '0\n1\n2\n' ''
#=> '(echo sub; exit 3); echo $?' 0 'sub\n3\n' ''
#=> 'test -f nope || echo missing; [ -n abc ] && echo nonempty' 0 'missing\nnonempty\n' ''
#=> 'echo a > t1; echo b >> t1; cat < t1; rm t1' 0 'a\nb\n' ''
#=> 'cat nofile 2>/dev/null; echo $?' 0 '1\n' ''
#=> 'X=5 env | grep ^X=; echo [$X]' 0 'X=5\n[]\n' ''
#=> 'false; echo $?; true; echo $?' 0 '1\n0\n' ''
#=> "echo one two three | cut -d ' ' -f 2; echo abc | tr a-c A-C" 0 'two\nABC\n' ''
#=> "printf 'x\\ty\\n'; echo -n no newline" 0 'x\ty\nno newline' ''
#=> 'if false; then echo a; elif true; then echo b; else echo c; fi' 0 'b\n' ''
#=> 'echo `echo nested`' 0 'nested\n' ''
#=> 'echo a;; echo b' 2 '' '/bin/sh: 1: Syntax error: ";;" unexpected\n'
#=> "echo 'unterminated" 2 '' '/bin/sh: 1: Syntax error: Unterminated quoted string\n'
#=> 'sort <<EOF\nb\na\nEOF' 0 'a\nb\n' ''
#=> 'echo $((3 * (2 + 1)))' 0 '9\n' ''
#=> 'ls; mkdir d; touch d/x d/y; ls d; echo d/*; rm -r d' 0 'the_shell.py\nx\ny\nd/x d/y\n' ''
#=> 'exit 7' 7 '' ''
#=> 'kill -9 $$' -9 '' ''
#=> "printf '%s\\n' c a b | sort | uniq -c | wc -l" 0 '3\n' ''
#=> 'echo hi | tee f1 | wc -c; cat f1; rm f1' 0 '3\nhi\n' ''
#=> '! true; echo $?' 0 '1\n' ''
#=> 'cd /tmp && pwd' 0 '/tmp\n' ''
#=> "export A=1; sh -c 'echo $A'" 0 '1\n' ''
#=> 'echo $1 $# $0' 0 '0 /bin/sh\n' ''
#=> 'date +%Y | wc -c' 0 '5\n' ''
#=> 'sleep 0.01 & echo bg; wait' 0 'bg\n' ''
#=> 'grep -c a <nofile' 2 '' '/bin/sh: 1: cannot open nofile: No such file\n'
#=> 'seq 3 | while read x; do echo got $x; done' 0 'got 1\ngot 2\ngot 3\n' ''
