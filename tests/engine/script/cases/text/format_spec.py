# Format specifications: every flag and type, and what is refused.

def t(v,s):
    try: print(repr(s), repr(v), repr(format(v,s)))
    except Exception as e: print(repr(s), repr(v), type(e).__name__, e)

for v,s in [(5,"abc"),(5,"é"),("a","é"),(5,"\x01"),("a","z"),("a","-"),("a"," "),("a","#"),("a","="),("a","=5"),("a","05"),("a","<05"),("a"," <05"),(5," <05"),(5,"*<05"),(5,"<05"),(5,",,"),(5,"__"),(5,",_"),(5,"_,"),(5,",é"),(5,"z"),(5,"zd"),(5,"+c"),(5,"#c"),(97,"05c"),(0x20ac,"*^7c"),(5,".3"),(5,",c"),(5,",x"),(5,"_x"),("a",","),("a","_"),("a",",d"),("a",",s"),(float("inf"),"010,"),(float("nan"),"_"),(float("inf"),"*=10"),(1e20,",e"),(1e20,","),(1e16,","),(1.5,"#"),(1e16,"#"),(1.5,"#.5"),(100.0,"#.3"),(100.0,".3"),(1.0,".0"),(12.0,".0"),(0.0,".0"),(0.0,"z"),(-0.0,"z"),(-0.001,"z.1f"),(-0.001,"z.1e"),(-0.4,"z.0%"),(5,"99999999999999999999"),(5,".99999999999999999999"),(1.5,".9999999999"),(5,"z.3"),("a","z5"),("abc",".2"),("abc","é^7.2"),(1j,"#"),(2+3j,"#"),(1j,"z"),(-0.0+0j,"z"),(5,"d "),(True,"5"),(True,"d"),(True,"s"),(True,""),(5,"s"),(1.5,"d"),(1.5,"s"),(1.5,"x"),(2**70,"f"),(10**400,"f"),(10**400,"d"),(5,"%"),(5,"e"),(5,"n"),(1.5,"n"),(1234567.0,"n"),(5,",n"),(0,"#b"),(-5,"#010b"),(5,"^+#10x"),(3,"=10"),(3,"*=+10"),(3.7,"*=+10"),(1234,"010,"),(1234,"09,"),(1,"04,"),(255,"#010_x"),(255,"_b"),(1234567.891,"015,.2f"),(1234567.891,",.0f"),(-1234.5,"=+012,"),("","5"),("a","{"),("a","<<5"),("a",">>5"),(5,"=="),(5,"=5="),(0.1,".25"),(5e-324,".3"),(123.456,".3"),(1234.0,".3"),(99999.0,".4"),(1e-5,".3"),(0.0001,".3"),(1e100,".50f"),(1.5,"_.3"),(1e10,"_"),(float("nan"),"+"),(float("nan"),"05"),(float("-inf"),"%"),(5,"+"),(5," "),(-5,"-"),(5,"-")]: t(v,s)
#=> 'abc' 5 ValueError Invalid format specifier 'abc' for object of type 'int'
#=> 'é' 5 ValueError Unknown format code '\xe9' for object of type 'int'
#=> 'é' 'a' ValueError Unknown format code '\xe9' for object of type 'str'
#=> '\x01' 5 ValueError Unknown format code '\x1' for object of type 'int'
#=> 'z' 'a' ValueError Negative zero coercion (z) not allowed in string format specifier
#=> '-' 'a' ValueError Sign not allowed in string format specifier
#=> ' ' 'a' ValueError Space not allowed in string format specifier
#=> '#' 'a' ValueError Alternate form (#) not allowed in string format specifier
#=> '=' 'a' ValueError '=' alignment not allowed in string format specifier
#=> '=5' 'a' ValueError '=' alignment not allowed in string format specifier
#=> '05' 'a' 'a0000'
#=> '<05' 'a' 'a0000'
#=> ' <05' 'a' 'a    '
#=> ' <05' 5 '5    '
#=> '*<05' 5 '5****'
#=> '<05' 5 '50000'
#=> ',,' 5 ValueError Cannot specify ',' with ','.
#=> '__' 5 ValueError Cannot specify '_' with '_'.
#=> ',_' 5 ValueError Cannot specify both ',' and '_'.
#=> '_,' 5 ValueError Cannot specify both ',' and '_'.
#=> ',é' 5 ValueError Cannot specify ',' with '\xe9'.
#=> 'z' 5 ValueError Negative zero coercion (z) not allowed in integer format specifier
#=> 'zd' 5 ValueError Negative zero coercion (z) not allowed in integer format specifier
#=> '+c' 5 ValueError Sign not allowed with integer format specifier 'c'
#=> '#c' 5 ValueError Alternate form (#) not allowed with integer format specifier 'c'
#=> '05c' 97 '0000a'
#=> '*^7c' 8364 '***€***'
#=> '.3' 5 ValueError Precision not allowed in integer format specifier
#=> ',c' 5 ValueError Cannot specify ',' with 'c'.
#=> ',x' 5 ValueError Cannot specify ',' with 'x'.
#=> '_x' 5 '5'
#=> ',' 'a' ValueError Cannot specify ',' with 's'.
#=> '_' 'a' ValueError Cannot specify '_' with 's'.
#=> ',d' 'a' ValueError Unknown format code 'd' for object of type 'str'
#=> ',s' 'a' ValueError Cannot specify ',' with 's'.
#=> '010,' inf '0000000inf'
#=> '_' nan 'nan'
#=> '*=10' inf '*******inf'
#=> ',e' 1e+20 '1.000000e+20'
#=> ',' 1e+20 '1e+20'
#=> ',' 1e+16 '1e+16'
#=> '#' 1.5 '1.5'
#=> '#' 1e+16 '1.e+16'
#=> '#.5' 1.5 '1.5000'
#=> '#.3' 100.0 '1.00e+02'
#=> '.3' 100.0 '1e+02'
#=> '.0' 1.0 '1e+00'
#=> '.0' 12.0 '1e+01'
#=> '.0' 0.0 '0e+00'
#=> 'z' 0.0 '0.0'
#=> 'z' -0.0 '0.0'
#=> 'z.1f' -0.001 '0.0'
#=> 'z.1e' -0.001 '-1.0e-03'
#=> 'z.0%' -0.4 '-40%'
#=> '99999999999999999999' 5 ValueError Too many decimal digits in format string
#=> '.99999999999999999999' 5 ValueError Too many decimal digits in format string
#=> '.9999999999' 1.5 ValueError precision too big
#=> 'z.3' 5 ValueError Precision not allowed in integer format specifier
#=> 'z5' 'a' ValueError Negative zero coercion (z) not allowed in string format specifier
#=> '.2' 'abc' 'ab'
#=> 'é^7.2' 'abc' 'ééabééé'
#=> '#' 1j '1.j'
#=> '#' (2+3j) '(2.+3.j)'
#=> 'z' 1j '1j'
#=> 'z' 0j '0j'
#=> 'd ' 5 ValueError Invalid format specifier 'd ' for object of type 'int'
#=> '5' True '    1'
#=> 'd' True '1'
#=> 's' True ValueError Unknown format code 's' for object of type 'bool'
#=> '' True 'True'
#=> 's' 5 ValueError Unknown format code 's' for object of type 'int'
#=> 'd' 1.5 ValueError Unknown format code 'd' for object of type 'float'
#=> 's' 1.5 ValueError Unknown format code 's' for object of type 'float'
#=> 'x' 1.5 ValueError Unknown format code 'x' for object of type 'float'
#=> 'f' 1180591620717411303424 '1180591620717411303424.000000'
#=> 'f' 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 OverflowError int too large to convert to float
#=> 'd' 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 '10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'
#=> '%' 5 '500.000000%'
#=> 'e' 5 '5.000000e+00'
#=> 'n' 5 '5'
#=> 'n' 1.5 '1.5'
#=> 'n' 1234567.0 '1.23457e+06'
#=> ',n' 5 ValueError Cannot specify ',' with 'n'.
#=> '#b' 0 '0b0'
#=> '#010b' -5 '-0b0000101'
#=> '^+#10x' 5 '   +0x5   '
#=> '=10' 3 '         3'
#=> '*=+10' 3 '+********3'
#=> '*=+10' 3.7 '+******3.7'
#=> '010,' 1234 '00,001,234'
#=> '09,' 1234 '0,001,234'
#=> '04,' 1 '0,001'
#=> '#010_x' 255 '0x000_00ff'
#=> '_b' 255 '1111_1111'
#=> '015,.2f' 1234567.891 '0,001,234,567.89'
#=> ',.0f' 1234567.891 '1,234,568'
#=> '=+012,' -1234.5 '-0,001,234.5'
#=> '5' '' '     '
#=> '{' 'a' ValueError Unknown format code '{' for object of type 'str'
#=> '<<5' 'a' 'a<<<<'
#=> '>>5' 'a' '>>>>a'
#=> '==' 5 '5'
#=> '=5=' 5 ValueError Unknown format code '=' for object of type 'int'
#=> '.25' 0.1 '0.1000000000000000055511151'
#=> '.3' 5e-324 '4.94e-324'
#=> '.3' 123.456 '1.23e+02'
#=> '.3' 1234.0 '1.23e+03'
#=> '.4' 99999.0 '1e+05'
#=> '.3' 1e-05 '1e-05'
#=> '.3' 0.0001 '0.0001'
#=> '.50f' 1e+100 '10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104.00000000000000000000000000000000000000000000000000'
#=> '_.3' 1.5 '1.5'
#=> '_' 10000000000.0 '10_000_000_000.0'
#=> '+' nan '+nan'
#=> '05' nan '00nan'
#=> '%' -inf '-inf%'
#=> '+' 5 '+5'
#=> ' ' 5 ' 5'
#=> '-' -5 '-5'
#=> '-' 5 '5'
