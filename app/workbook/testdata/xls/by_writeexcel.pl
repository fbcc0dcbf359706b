# Writes writeexcel.xls: perl by_writeexcel.pl (Debian: libspreadsheet-writeexcel-perl)
use strict; use warnings; use utf8;
use Spreadsheet::WriteExcel;
my $b = Spreadsheet::WriteExcel->new('writeexcel.xls');
my $s = $b->add_worksheet('上报表');
my $percent = $b->add_format(num_format => '0.0%');
my $date = $b->add_format(num_format => 14);
$s->write(0, 0, '单位'); $s->write(0, 1, '得分'); $s->write(0, 2, '率'); $s->write(0, 3, '日期');
$s->write(1, 0, '甲镇'); $s->write(1, 1, 98.43); $s->write(1, 2, 0.9617, $percent); $s->write(1, 3, 43739, $date);
$s->write(2, 0, 'plain'); $s->write(2, 1, -5); $s->write(2, 2, 1e-7); $s->write(2, 3, 43739.354166666664, $date);
$s->write_formula(3, 1, '=B2+B3');
$s->write_formula(3, 2, '=B2*2', undef, 196.86);
$s->set_row(2, undef, undef, 1);
$b->close;
