<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en">
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>Close the panel (F4)</source>
        <translation>Tutup panel (F4)</translation>
    </message>
    <message>
        <source>Choose an activity or one of its lines to see its details.</source>
        <translation>Pilih kegiatan atau salah satu barisnya untuk melihat keterangannya.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Responsible officer</source>
        <translation>Pelaksana</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Keluaran</translation>
    </message>
    <message>
        <source>How much, such as 12 bulan</source>
        <translation>Berapa, misalnya 12 bulan</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Penanda</translation>
    </message>
    <message>
        <source>Change the tags of the activity</source>
        <translation>Ubah penanda kegiatan</translation>
    </message>
    <message>
        <source>Back to the proposal</source>
        <translation>Kembali ke usulan</translation>
    </message>
    <message>
        <source>Tags of this line</source>
        <translation>Penanda baris ini</translation>
    </message>
    <message>
        <source>Change the tags of this line</source>
        <translation>Ubah penanda baris ini</translation>
    </message>
    <message>
        <source>Back to those of the activity</source>
        <translation>Kembali ke penanda kegiatan</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} lagi</translation>
    </message>
    <message>
        <source>Write a number and a unit: 12 bulan.</source>
        <translation>Tulis angka dan satuan: 12 bulan.</translation>
    </message>
    <message>
        <source>Write a whole number; 1 is first.</source>
        <translation>Tulis angka bulat; 1 yang pertama.</translation>
    </message>
</context>
<context>
    <name>AmountsChoice</name>
    <message>
        <source>As they are</source>
        <translation>Tetap</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Nol</translation>
    </message>
    <message>
        <source>Change by percent</source>
        <translation>Ubah sekian persen</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Persen</translation>
    </message>
    <message>
        <source>Enter a percentage from −100 to 1.000, for example 5 or −2,5.</source>
        <translation>Isi persen dari −100 sampai 1.000, misalnya 5 atau −2,5.</translation>
    </message>
    <message>
        <source>Volume, unit price and amount stay as they were.</source>
        <translation>Volume, harga satuan, dan jumlah tetap seperti semula.</translation>
    </message>
    <message>
        <source>Volumes stay, unit prices become 0: enter the new ones.</source>
        <translation>Volume tetap, harga satuan menjadi 0: isi harga yang baru.</translation>
    </message>
    <message>
        <source>Each unit price is changed and rounded to whole rupiah; the amount is worked out anew. Volumes stay.</source>
        <translation>Harga satuan diubah dan dibulatkan ke rupiah penuh, lalu jumlahnya dihitung lagi. Volume tetap.</translation>
    </message>
</context>
<context>
    <name>AnswerField</name>
    <message>
        <source>Given by the regency&apos;s rule file.</source>
        <translation>Dari berkas aturan kabupaten.</translation>
    </message>
    <message>
        <source>There is</source>
        <translation>Ada</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Belum</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Tidak perlu</translation>
    </message>
    <message>
        <source>Number and date of the document</source>
        <translation>Nomor dan tanggal dokumen</translation>
    </message>
    <message>
        <source>for example 846.218.000</source>
        <translation>misalnya 846.218.000</translation>
    </message>
    <message>
        <source>for example 20</source>
        <translation>misalnya 20</translation>
    </message>
    <message>
        <source>for example 31-12-2026</source>
        <translation>misalnya 31-12-2026</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>This is not a date. Write 31-12-2026.</source>
        <translation>Ini bukan tanggal. Tulis 31-12-2026.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> atau </translation>
    </message>
    <message>
        <source>This is not a number. Write 1.500.000.</source>
        <translation>Ini bukan angka. Tulis 1.500.000.</translation>
    </message>
    <message>
        <source>The number can&apos;t be below zero.</source>
        <translation>Angka tidak boleh minus.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Tulis bilangan bulat.</translation>
    </message>
    <message>
        <source>There is</source>
        <translation>Ada</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Belum</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Tidak perlu</translation>
    </message>
</context>
<context>
    <name>AuthorDialog</name>
    <message>
        <source>Who works here?</source>
        <translation>Siapa yang mengerjakan?</translation>
    </message>
    <message>
        <source>The history shows beside each change who made it. A function is enough.</source>
        <translation>Riwayat mencatat siapa yang membuat setiap perubahan. Cukup jabatan saja.</translation>
    </message>
    <message>
        <source>Your name or function</source>
        <translation>Nama atau jabatan Anda</translation>
    </message>
    <message>
        <source>for example Kaur Keuangan</source>
        <translation>misalnya Kaur Keuangan</translation>
    </message>
    <message>
        <source>It is asked once on this computer and can be changed in the settings.</source>
        <translation>Ditanyakan sekali saja di komputer ini, dan dapat diubah di Setelan.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nanti saja</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Daily, on opening</source>
        <translation>Harian, saat dibuka</translation>
    </message>
    <message>
        <source>Before a large change</source>
        <translation>Sebelum perubahan besar</translation>
    </message>
    <message>
        <source>Before an update of the file</source>
        <translation>Sebelum berkas diperbarui</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>Sebelum pengembalian</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Each was opened and checked just now. The plan as it is now is kept, too.</source>
        <translation>Semua baru saja dibuka dan diperiksa. Rencana yang sekarang juga tetap disimpan.</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made on the first opening of each day.</source>
        <translation>Belum ada cadangan. Cadangan dibuat saat rencana pertama kali dibuka setiap hari.</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>Kembalikan…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Sebab</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Belanja</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Utuh</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>The plan becomes what it was on {moment}. As it is now it is kept as a backup.</source>
        <translation>Rencana kembali seperti pada {moment}. Keadaan yang sekarang disimpan sebagai cadangan.</translation>
    </message>
    <message>
        <source>Bring this backup back</source>
        <translation>Kembalikan cadangan ini</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Keep the plan as it is</source>
        <translation>Biarkan seperti sekarang</translation>
    </message>
</context>
<context>
    <name>BalanceStrip</name>
    <message>
        <source>Revenue</source>
        <translation>Pendapatan</translation>
    </message>
    <message>
        <source>{n} fund sources</source>
        <translation>{n} sumber dana</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Belanja</translation>
    </message>
    <message>
        <source>{n} lines</source>
        <translation>{n} baris rinci</translation>
    </message>
    <message>
        <source>Financing</source>
        <translation>Pembiayaan</translation>
    </message>
    <message>
        <source>Balance of the year</source>
        <translation>SiLPA berjalan</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>SiLPA</translation>
    </message>
    <message>
        <source>over</source>
        <translation>lebih</translation>
    </message>
    <message>
        <source>short</source>
        <translation>kurang</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Seimbang</translation>
    </message>
</context>
<context>
    <name>BulkCommand</name>
    <message>
        <source>Change many lines…</source>
        <translation>Ubah banyak baris…</translation>
    </message>
    <message>
        <source>There are no lines here to change.</source>
        <translation>Tidak ada baris yang dapat diubah di sini.</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Change many lines</source>
        <translation>Ubah banyak baris</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Change {count} lines</source>
        <translation>Ubah {count} baris</translation>
    </message>
    <message>
        <source>Fund source: set to</source>
        <translation>Sumber dana: jadikan</translation>
    </message>
    <message>
        <source>Unit price: set to (Rp)</source>
        <translation>Harga satuan: jadikan (Rp)</translation>
    </message>
    <message>
        <source>Unit price: add per cent</source>
        <translation>Harga satuan: tambah persen</translation>
    </message>
    <message>
        <source>Unit price: add rupiah</source>
        <translation>Harga satuan: tambah rupiah</translation>
    </message>
    <message>
        <source>Unit price: round</source>
        <translation>Harga satuan: bulatkan</translation>
    </message>
    <message>
        <source>Volume: set to</source>
        <translation>Volume: jadikan</translation>
    </message>
    <message>
        <source>Volume: add per cent</source>
        <translation>Volume: tambah persen</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Yang diubah</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Fund source</source>
        <translation>Sumber dana</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Pembulatan</translation>
    </message>
    <message>
        <source>not rounded</source>
        <translation>tidak dibulatkan</translation>
    </message>
    <message>
        <source>rounded to {step}</source>
        <translation>dibulatkan ke {step}</translation>
    </message>
    <message>
        <source>{count} lines are selected</source>
        <translation>{count} baris dipilih</translation>
    </message>
    <message>
        <source>Lines before and after</source>
        <translation>Baris sebelum dan sesudah</translation>
    </message>
    <message>
        <source>Together {before}, then {after}</source>
        <translation>Seluruhnya {before}, menjadi {after}</translation>
    </message>
    <message>
        <source>The balance of the fund sources stays as it is.</source>
        <translation>Keseimbangan sumber dana tidak berubah.</translation>
    </message>
    <message>
        <source>{fund}: {before}, then {after}</source>
        <translation>{fund}: {before}, menjadi {after}</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>seimbang</translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>sisa {amount}</translation>
    </message>
    <message>
        <source>{amount} short</source>
        <translation>kurang {amount}</translation>
    </message>
</context>
<context>
    <name>BulkPreviewModel</name>
    <message>
        <source>Description</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelum</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sesudah</translation>
    </message>
    <message>
        <source>Amount before</source>
        <translation>Jumlah lama</translation>
    </message>
    <message>
        <source>Amount after</source>
        <translation>Jumlah baru</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>Description</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Harga satuan</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Fund source</source>
        <translation>Sumber dana</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Rekening</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>Rincian volume</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Price as typed</source>
        <translation>Harga seperti diketik</translation>
    </message>
    <message>
        <source>Volume as typed</source>
        <translation>Volume seperti diketik</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Reason of the price</source>
        <translation>Alasan harga</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Pelaksana</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>From month</source>
        <translation>Mulai bulan</translation>
    </message>
    <message>
        <source>To month</source>
        <translation>Sampai bulan</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Keluaran</translation>
    </message>
    <message>
        <source>Output volume</source>
        <translation>Volume keluaran</translation>
    </message>
    <message>
        <source>Unit of the output</source>
        <translation>Satuan keluaran</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Number of the regulation</source>
        <translation>Nomor Perdes</translation>
    </message>
    <message>
        <source>Day of the regulation</source>
        <translation>Tanggal Perdes</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>Regency</source>
        <translation>Kabupaten</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provinsi</translation>
    </message>
    <message>
        <source>Village head</source>
        <translation>Kepala desa</translation>
    </message>
    <message>
        <source>Village secretary</source>
        <translation>Sekretaris desa</translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation>Bendahara</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Aturan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Disetujui oleh</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rancangan</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Disepakati</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Disampaikan</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>Dievaluasi</translation>
    </message>
    <message>
        <source>Enacted</source>
        <translation>Ditetapkan</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Budget {year}</source>
        <translation>APB Desa {year}</translation>
    </message>
    <message>
        <source>Head of the plan</source>
        <translation>Keterangan rencana</translation>
    </message>
    <message>
        <source>A row</source>
        <translation>Sebuah baris</translation>
    </message>
    <message>
        <source>Supporting data</source>
        <translation>Data pendukung</translation>
    </message>
    <message>
        <source>Exemption</source>
        <translation>Pengecualian</translation>
    </message>
    <message>
        <source>Standard prices</source>
        <translation>Standar harga</translation>
    </message>
    <message>
        <source>The regency&apos;s rules</source>
        <translation>Aturan kabupaten</translation>
    </message>
    <message>
        <source>as proposed</source>
        <translation>sesuai usulan</translation>
    </message>
    <message>
        <source>a removed activity</source>
        <translation>kegiatan yang dihapus</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>added</source>
        <translation>ditambah</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>diubah</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>dihapus</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Save picture</source>
        <translation>Simpan gambar</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Choose last year&apos;s file…</source>
        <translation>Pilih berkas tahun lalu…</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Simpan gambar…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Salin gambar</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Tampilkan sebagai tabel</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Disimpan: {name}</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Gambar sudah disalin. Tempel di Word atau WhatsApp.</translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>Description</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Jumlah</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>Rules</source>
        <translation>Aturan</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Pemeriksaan</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>No rule matches &quot;{text}&quot;. Search ids, words, articles or codes.</source>
        <translation>Tidak ada aturan yang cocok dengan &quot;{text}&quot;. Cari nomor aturan, kata, pasal, atau kode.</translation>
    </message>
    <message>
        <source>No rule fits this filter.</source>
        <translation>Tidak ada aturan untuk saringan ini.</translation>
    </message>
    <message>
        <source>Applied as one step: {heading}.</source>
        <translation>Sudah diterapkan sebagai satu langkah: {heading}.</translation>
    </message>
    <message>
        <source>{n} rules · pack {year}</source>
        <translation>{n} aturan · paket {year}</translation>
    </message>
</context>
<context>
    <name>CodePicker</name>
    <message>
        <source>Code or words</source>
        <translation>Kode atau kata</translation>
    </message>
    <message>
        <source>Name of this regency activity</source>
        <translation>Nama kegiatan kabupaten ini</translation>
    </message>
    <message>
        <source>Nothing matches. Search codes or words.</source>
        <translation>Tidak ada yang cocok. Cari kode atau kata.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Entries found</source>
        <translation>Yang ditemukan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>CopyActivitiesDialog</name>
    <message>
        <source>Copy activities</source>
        <translation>Salin kegiatan</translation>
    </message>
    <message>
        <source>Code or words</source>
        <translation>Kode atau kata</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>Nothing matches. Search codes or words.</source>
        <translation>Tidak ada yang cocok. Cari kode atau kata.</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>Centang s&amp;emua</translation>
    </message>
    <message>
        <source>Marked as not reviewed. One step that can be undone.</source>
        <translation>Ditandai belum ditinjau. Satu langkah, dapat diurungkan.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Tick the activities to copy.</source>
        <translation>Centang kegiatan yang akan disalin.</translation>
    </message>
    <message>
        <source>With these amounts a line would be larger than the limit.</source>
        <translation>Dengan jumlah ini ada baris yang melebihi batas.</translation>
    </message>
    <message>
        <source>{lines} lines, {total}</source>
        <translation>{lines} baris, {total}</translation>
    </message>
    <message>
        <source>&amp;Copy {count} activities</source>
        <translation>&amp;Salin {count} kegiatan</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
</context>
<context>
    <name>CopyYearDialog</name>
    <message>
        <source>New year</source>
        <translation>Tahun baru</translation>
    </message>
    <message>
        <source>Copy from last year</source>
        <translation>Salin dari tahun lalu</translation>
    </message>
    <message>
        <source>Nothing: begin empty</source>
        <translation>Tidak menyalin: mulai kosong</translation>
    </message>
    <message>
        <source>SiLPA lines too, with amount 0</source>
        <translation>Sertakan baris SiLPA dengan jumlah 0</translation>
    </message>
    <message>
        <source>Marked as not reviewed. One step that can be undone.</source>
        <translation>Ditandai belum ditinjau. Satu langkah, dapat diurungkan.</translation>
    </message>
    <message>
        <source>Delete {count} lines, {total}, and copy {new} lines from {year} in their place? This can be undone.</source>
        <translation>Hapus {count} baris, {total}, lalu salin {new} baris dari {year} sebagai gantinya? Dapat diurungkan.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ganti</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>Tahun anggaran</translation>
    </message>
    <message>
        <source>Fiscal &amp;year</source>
        <translation>&amp;Tahun anggaran</translation>
    </message>
    <message>
        <source>Copy from</source>
        <translation>Salin dari</translation>
    </message>
    <message>
        <source>What is copied</source>
        <translation>Yang disalin</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Jumlah uang</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Pendapatan</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Belanja</translation>
    </message>
    <message>
        <source>Financing</source>
        <translation>Pembiayaan</translation>
    </message>
    <message>
        <source>{year} holds {activities} activities and {lines} lines, {total} already</source>
        <translation>Tahun {year} sudah berisi {activities} kegiatan dan {lines} baris, {total}</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>Hanya yang belum ada</translation>
    </message>
    <message>
        <source>Add all behind it</source>
        <translation>Tambahkan semua</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ganti isinya</translation>
    </message>
    <message>
        <source>amounts too large</source>
        <translation>jumlah terlalu besar</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} baris</translation>
    </message>
    <message>
        <source>{activities} activities, {count} lines</source>
        <translation>{activities} kegiatan, {count} baris</translation>
    </message>
    <message>
        <source>Add {year}</source>
        <translation>Tambah tahun {year}</translation>
    </message>
    <message>
        <source>{activities} activities, {lines} lines are copied</source>
        <translation>{activities} kegiatan, {lines} baris disalin</translation>
    </message>
    <message>
        <source>Copy {lines} lines</source>
        <translation>Salin {lines} baris</translation>
    </message>
    <message>
        <source>A fiscal year lies between {first} and {last}.</source>
        <translation>Tahun anggaran antara {first} dan {last}.</translation>
    </message>
    <message>
        <source>This file has a budget for {year} already.</source>
        <translation>APB Desa tahun {year} sudah ada di berkas ini.</translation>
    </message>
    <message>
        <source>With these amounts a line would be larger than the limit.</source>
        <translation>Dengan jumlah ini ada baris yang melebihi batas.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>The program made a mistake</source>
        <translation>Program ini membuat kesalahan</translation>
    </message>
    <message>
        <source>Every cell you left is saved. You can go on working.</source>
        <translation>Semua sel yang sudah ditinggalkan tersimpan. Anda dapat terus bekerja.</translation>
    </message>
    <message>
        <source>Save this report and hand it to whoever looks after the program. It holds no plan data.</source>
        <translation>Simpan laporan ini dan serahkan kepada yang merawat program. Isi rencana tidak ada di dalamnya.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Salin laporan</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Simpan laporan…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Simpan laporan</translation>
    </message>
    <message>
        <source>It could not be written there. Choose another place, or copy it.</source>
        <translation>Tidak dapat ditulis di sana. Pilih tempat lain, atau salin.</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>Laporan tersimpan.</translation>
    </message>
</context>
<context>
    <name>DataRow</name>
    <message>
        <source>Number of the regulation</source>
        <translation>Nomor Perdes</translation>
    </message>
    <message>
        <source>Given by the regency&apos;s rule file.</source>
        <translation>Dari berkas aturan kabupaten.</translation>
    </message>
</context>
<context>
    <name>DataScreen</name>
    <message>
        <source>Ceilings of the year</source>
        <translation>Pagu tahun ini</translation>
    </message>
    <message>
        <source>Left over from last year</source>
        <translation>Sisa tahun lalu</translation>
    </message>
    <message>
        <source>Beneficiaries</source>
        <translation>Penerima bantuan</translation>
    </message>
    <message>
        <source>Posts and people</source>
        <translation>Jabatan dan orang (SOTK)</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>For residents</source>
        <translation>Untuk warga (poster dan halaman)</translation>
    </message>
    <message>
        <source>In revenue: {amount}</source>
        <translation>Di pendapatan: {amount}</translation>
    </message>
    <message>
        <source>In financing: {amount}</source>
        <translation>Di pembiayaan: {amount}</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>lebih {amount}</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>kurang {amount}</translation>
    </message>
    <message>
        <source>By {day} at the latest</source>
        <translation>Paling lambat {day}</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>sama</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>tepat waktu</translation>
    </message>
    <message>
        <source>{n} days late</source>
        <translation>terlambat {n} hari</translation>
    </message>
    <message>
        <source>{n} days over</source>
        <translation>lewat {n} hari</translation>
    </message>
    <message>
        <source>{n} days left</source>
        <translation>{n} hari lagi</translation>
    </message>
    <message>
        <source>Supporting data</source>
        <translation>Data pendukung</translation>
    </message>
    <message>
        <source>Asked by the rules</source>
        <translation>Diminta aturan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>The regency&apos;s rules</source>
        <translation>Aturan kabupaten</translation>
    </message>
    <message>
        <source>{n} of {all} filled in</source>
        <translation>{n} dari {all} terisi</translation>
    </message>
    <message>
        <source>{n} others that no rule asks now</source>
        <translation>{n} lainnya, belum ditanyakan aturan</translation>
    </message>
    <message>
        <source>The regency&apos;s rule file</source>
        <translation>Berkas aturan kabupaten</translation>
    </message>
    <message>
        <source>{n} ceilings of this village</source>
        <translation>{n} pagu desa ini</translation>
    </message>
    <message>
        <source>{n} limits</source>
        <translation>{n} batas</translation>
    </message>
    <message>
        <source>{n} rules of its own</source>
        <translation>{n} aturan sendiri</translation>
    </message>
    <message>
        <source>{n} codes of its own</source>
        <translation>{n} kode sendiri</translation>
    </message>
    <message>
        <source>{n} holidays</source>
        <translation>{n} hari libur</translation>
    </message>
    <message>
        <source>{n} forms in its own words</source>
        <translation>{n} formulir dengan kata sendiri</translation>
    </message>
    <message>
        <source>It sets nothing for this village.</source>
        <translation>Tidak mengatur apa pun untuk desa ini.</translation>
    </message>
    <message>
        <source>Standard prices…</source>
        <translation>Standar harga…</translation>
    </message>
    <message>
        <source>Standard prices (Ctrl+Shift+P)</source>
        <translation>Standar harga (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>No list of standard prices is loaded</source>
        <translation>Belum ada daftar standar harga</translation>
    </message>
    <message>
        <source>{count} standard prices; dearer lines are marked until a reason is given.</source>
        <translation>{count} harga standar; baris yang lebih mahal ditandai sampai ada alasannya.</translation>
    </message>
    <message>
        <source>Load the regency&apos;s list (SSH, SBU, HSPK): items are offered while typing, prices compared.</source>
        <translation>Muat daftar kabupaten (SSH, SBU, HSPK): barang ditawarkan saat mengetik, harga dibandingkan.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Here it can only be looked at until it is closed there.</source>
        <translation>Di sini hanya dapat dilihat sampai ditutup di sana.</translation>
    </message>
    <message>
        <source>This plan is open elsewhere</source>
        <translation>Rencana ini sedang dibuka di tempat lain</translation>
    </message>
    <message>
        <source>Open to look only</source>
        <translation>Buka hanya baca</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Jangan buka</translation>
    </message>
    <message>
        <source>Open the backup</source>
        <translation>Buka cadangan</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Buka rencana</translation>
    </message>
</context>
<context>
    <name>DocumentsScreen</name>
    <message>
        <source>Forms</source>
        <translation>Formulir</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>Check a print…</source>
        <translation>Cocokkan cetakan…</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Pilih semua</translation>
    </message>
    <message>
        <source>{n} rules are broken. Export works and is marked RANCANGAN.</source>
        <translation>{n} aturan masih dilanggar. Dokumen tetap dapat diekspor dan diberi tulisan RANCANGAN.</translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n} hal.</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>{n} dipilih</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Lepas semua</translation>
    </message>
    <message>
        <source>Export {n} documents</source>
        <translation>Ekspor {n} dokumen</translation>
    </message>
    <message>
        <source>Folder to save to</source>
        <translation>Folder tujuan</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Menyiapkan</translation>
    </message>
    <message>
        <source>{n} of {m} steps</source>
        <translation>{n} dari {m} langkah</translation>
    </message>
    <message>
        <source>{n} files are in {folder}.</source>
        <translation>{n} berkas ada di {folder}.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Menghentikan</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>Standard {price} per {unit}</source>
        <translation>Standar {price} per {unit}</translation>
    </message>
    <message>
        <source>Standard {price}, {over} too much</source>
        <translation>Standar {price}, lebih {over}</translation>
    </message>
    <message>
        <source>Above the standard {price}, with a reason</source>
        <translation>Di atas standar {price}, ada alasan</translation>
    </message>
    <message>
        <source>Alt+Enter: reason</source>
        <translation>Alt+Enter: alasan</translation>
    </message>
    <message>
        <source>This is not an amount. Write 1.500.000 or 12*350.000.</source>
        <translation>Ini bukan jumlah. Tulis 1.500.000 atau 12*350.000.</translation>
    </message>
    <message>
        <source>{readings}?</source>
        <translation>{readings}?</translation>
    </message>
    <message>
        <source>Too large. The limit is 999.999.999.999.999 rupiah.</source>
        <translation>Terlalu besar. Batasnya 999.999.999.999.999 rupiah.</translation>
    </message>
    <message>
        <source>An amount here cannot be negative.</source>
        <translation>Jumlah di sini tidak boleh kurang dari nol.</translation>
    </message>
    <message>
        <source>This is not a volume. Write 12, 2,5 or 3 orang x 12 bulan.</source>
        <translation>Ini bukan volume. Tulis 12, 2,5, atau 3 orang x 12 bulan.</translation>
    </message>
    <message>
        <source>{volume} × a whole unit price does not make this amount. Change the price.</source>
        <translation>Tidak ada harga satuan bulat yang dikali {volume} menjadi jumlah ini. Ubah harga satuannya.</translation>
    </message>
    <message>
        <source>There is no such fund source. Choose one of these.</source>
        <translation>Sumber dana ini tidak ada. Pilih salah satu.</translation>
    </message>
    <message>
        <source>These 16 digits look like a NIK or KK. Delete them: the number of persons is enough.</source>
        <translation>16 angka ini seperti NIK atau nomor KK. Hapus: cukup tulis jumlah orangnya.</translation>
    </message>
    <message>
        <source>Not stored. Your entry is still here; Esc gives it up.</source>
        <translation>Belum tersimpan. Isian Anda masih di sini; Esc membatalkan.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> atau </translation>
    </message>
    <message>
        <source>{rule} holds</source>
        <translation>{rule} terpenuhi</translation>
    </message>
    <message>
        <source>{fund} balanced</source>
        <translation>{fund} seimbang</translation>
    </message>
    <message>
        <source>{fund} short {amount}</source>
        <translation>{fund} kurang {amount}</translation>
    </message>
    <message>
        <source>{fund} has {amount} left</source>
        <translation>{fund} sisa {amount}</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Folder to save to</source>
        <translation>Folder tujuan</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Pilih folder</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Buku kerja Excel (.xlsx)</translation>
    </message>
    <message>
        <source>PDF ready to print</source>
        <translation>PDF siap cetak</translation>
    </message>
    <message>
        <source>One workbook per cost plan</source>
        <translation>Satu buku kerja per RAB</translation>
    </message>
    <message>
        <source>A workbook for each activity, to hand to whoever carries it out</source>
        <translation>Satu buku kerja untuk setiap kegiatan, untuk diserahkan kepada pelaksananya</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Export the checked documents</source>
        <translation>Ekspor dokumen yang dipilih</translation>
    </message>
    <message>
        <source>Evaluation package</source>
        <translation>Paket evaluasi</translation>
    </message>
    <message>
        <source>One workbook with a cover and all forms, their PDFs, and a list of the files</source>
        <translation>Satu buku kerja dengan sampul dan semua formulir, PDF-nya, dan daftar berkasnya</translation>
    </message>
    <message>
        <source>For residents…</source>
        <translation>Untuk warga…</translation>
    </message>
    <message>
        <source>For residents</source>
        <translation>Untuk warga</translation>
    </message>
    <message>
        <source>Poster in three designs, and a web page for the village&apos;s site</source>
        <translation>Poster dalam tiga rancangan, dan halaman web untuk situs desa</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>Look at the pages and print them (Ctrl+P)</source>
        <translation>Lihat halamannya lalu cetak (Ctrl+P)</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Kemajuan ekspor</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Simpan ke</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Bentuk</translation>
    </message>
    <message>
        <source>In this folder</source>
        <translation>Di folder ini</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Import from Excel</source>
        <translation>Impor dari Excel</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Show everything</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Take off: {words}</source>
        <translation>Lepas: {words}</translation>
    </message>
    <message>
        <source>{n} of {m} lines · Rp {amount}. Totals in the table are of the whole plan.</source>
        <translation>{n} dari {m} baris · Rp {amount}. Jumlah di tabel tetap seluruh rencana.</translation>
    </message>
    <message>
        <source>No row fits. All {m} lines are still there.</source>
        <translation>Tidak ada baris yang cocok. Semua {m} baris tetap ada.</translation>
    </message>
</context>
<context>
    <name>FinancingScreen</name>
    <message>
        <source>Financing</source>
        <translation>Pembiayaan</translation>
    </message>
    <message>
        <source>No financing yet. Last year&apos;s balance goes here.</source>
        <translation>Belum ada pembiayaan. SiLPA tahun lalu dicatat di sini.</translation>
    </message>
</context>
<context>
    <name>FindingArticle</name>
    <message>
        <source>Not verified: the text of this year&apos;s rule could not be read.</source>
        <translation>Belum diverifikasi: naskah aturan tahun ini belum dapat dibaca.</translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message>
        <source>and {n} more rows</source>
        <translation>dan {n} baris lain</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Kembali ke daftar</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>belum diverifikasi</translation>
    </message>
    <message>
        <source>Exempt …</source>
        <translation>Kecualikan…</translation>
    </message>
    <message>
        <source>Copy the finding</source>
        <translation>Salin temuan</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Rows behind it</source>
        <translation>Baris penyebab</translation>
    </message>
</context>
<context>
    <name>FindingFilters</name>
    <message>
        <source>Search rules</source>
        <translation>Cari aturan</translation>
    </message>
    <message>
        <source>Search rules: id, words, article or code</source>
        <translation>Cari aturan: nomor, kata, pasal, atau kode</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Saring</translation>
    </message>
    <message>
        <source>By theme</source>
        <translation>Per tema</translation>
    </message>
    <message>
        <source>Group the rules by theme</source>
        <translation>Kelompokkan aturan menurut tema</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Belum diverifikasi</translation>
    </message>
    <message>
        <source>All themes</source>
        <translation>Semua tema</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Belum diverifikasi</translation>
    </message>
</context>
<context>
    <name>FindingNumbers</name>
    <message>
        <source>a month</source>
        <translation>per bulan</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Terukur</translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>Broken</source>
        <translation>Melanggar</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Peringatan</translation>
    </message>
    <message>
        <source>Near its limit</source>
        <translation>Hampir batas</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Saran</translation>
    </message>
    <message>
        <source>Needs an answer</source>
        <translation>Perlu jawaban</translation>
    </message>
    <message>
        <source>Exempted</source>
        <translation>Dikecualikan</translation>
    </message>
    <message>
        <source>Holds, not verified</source>
        <translation>Terpenuhi, belum diverifikasi</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Terpenuhi</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Tidak berlaku</translation>
    </message>
    <message>
        <source>mandatory</source>
        <translation>wajib</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>perhatian</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>saran</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>maks</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>min</translation>
    </message>
    <message>
        <source>{count} days late</source>
        <translation>lewat {count} hari</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>{count} too many</source>
        <translation>lebih {count}</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} baris</translation>
    </message>
    <message>
        <source>left</source>
        <translation>sisa</translation>
    </message>
    <message>
        <source>short</source>
        <translation>kurang</translation>
    </message>
    <message>
        <source>over</source>
        <translation>lebih</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>{amount} a month</source>
        <translation>{amount} per bulan</translation>
    </message>
    <message>
        <source>{share} of {limit}</source>
        <translation>{share} dari {limit}</translation>
    </message>
    <message>
        <source>measured {value}</source>
        <translation>terukur {value}</translation>
    </message>
    <message>
        <source>limit {value}</source>
        <translation>batas {value}</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Paling sedikit</translation>
    </message>
    <message>
        <source>Must be</source>
        <translation>Seharusnya</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Paling banyak</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Keseimbangan</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Siltap dan tunjangan</translation>
    </message>
    <message>
        <source>Structure of spending</source>
        <translation>Susunan belanja</translation>
    </message>
    <message>
        <source>Fund sources</source>
        <translation>Sumber dana</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Pendapatan</translation>
    </message>
    <message>
        <source>Financing</source>
        <translation>Pembiayaan</translation>
    </message>
    <message>
        <source>Dana Desa</source>
        <translation>Dana Desa</translation>
    </message>
    <message>
        <source>Steps and dates</source>
        <translation>Tahapan dan tanggal</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Quality of the plan</source>
        <translation>Mutu rencana</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Melanggar</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Perlu perhatian</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Saran</translation>
    </message>
    <message>
        <source>Needs an answer</source>
        <translation>Perlu jawaban</translation>
    </message>
    <message>
        <source>Exempted</source>
        <translation>Dikecualikan</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Terpenuhi</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Tidak berlaku</translation>
    </message>
    <message>
        <source>Source: certain</source>
        <translation>Sumber: pasti</translation>
    </message>
    <message>
        <source>Source: fairly certain</source>
        <translation>Sumber: cukup pasti</translation>
    </message>
    <message>
        <source>Source: weak</source>
        <translation>Sumber: lemah</translation>
    </message>
    <message>
        <source>{basis} (not verified)</source>
        <translation>{basis} (belum terverifikasi)</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>not verified</source>
        <translation>belum diverifikasi</translation>
    </message>
</context>
<context>
    <name>GridHead</name>
    <message>
        <source>Open down to</source>
        <translation>Buka sampai</translation>
    </message>
</context>
<context>
    <name>GridHeader</name>
    <message>
        <source>Sort upwards by {column}</source>
        <translation>Urutkan naik menurut {column}</translation>
    </message>
    <message>
        <source>Sort downwards by {column}</source>
        <translation>Urutkan turun menurut {column}</translation>
    </message>
    <message>
        <source>Order of the plan</source>
        <translation>Urutan rencana</translation>
    </message>
    <message>
        <source>Fit the width of {column}</source>
        <translation>Sesuaikan lebar {column}</translation>
    </message>
    <message>
        <source>First widths of all columns</source>
        <translation>Lebar semula semua kolom</translation>
    </message>
</context>
<context>
    <name>GridScreen</name>
    <message>
        <source>{count} lines</source>
        <translation>{count} baris</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Quick guide</source>
        <translation>Panduan singkat</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol pintas</translation>
    </message>
    <message>
        <source>Put this sheet beside the keyboard. F1 shows it on the screen.</source>
        <translation>Taruh lembar ini di samping papan ketik. F1 menampilkannya di layar.</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Kiat</translation>
    </message>
    <message>
        <source>Page {n} of {m}</source>
        <translation>Halaman {n} dari {m}</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Cari di bantuan</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Daftar isi</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>Halaman bantuan</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Nothing matches &quot;{text}&quot;.</source>
        <translation>Tidak ada yang cocok dengan &quot;{text}&quot;.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Basis</source>
        <translation>Dasar</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Lihat juga</translation>
    </message>
</context>
<context>
    <name>HelpPaper</name>
    <message>
        <source>Save the quick guide as PDF…</source>
        <translation>Simpan panduan singkat (PDF)…</translation>
    </message>
    <message>
        <source>Print the quick guide…</source>
        <translation>Cetak panduan singkat…</translation>
    </message>
    <message>
        <source>Save the sheet of keys as PDF…</source>
        <translation>Simpan lembar tombol (PDF)…</translation>
    </message>
    <message>
        <source>Print the sheet of keys…</source>
        <translation>Cetak lembar tombol…</translation>
    </message>
    <message>
        <source>quick-guide.pdf</source>
        <translation>panduan-singkat.pdf</translation>
    </message>
    <message>
        <source>keys.pdf</source>
        <translation>tombol-pintas.pdf</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Simpan sebagai PDF</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>The source of this rule could not be verified yet.</source>
        <translation>Sumber aturan ini belum dapat diverifikasi.</translation>
    </message>
    <message>
        <source>Questions of the Data screen</source>
        <translation>Pertanyaan di layar Data</translation>
    </message>
    <message>
        <source>Rules of {year}</source>
        <translation>Aturan tahun {year}</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol pintas</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Dasar</translation>
    </message>
</context>
<context>
    <name>HistoryCommand</name>
    <message>
        <source>History of this row</source>
        <translation>Riwayat baris ini</translation>
    </message>
</context>
<context>
    <name>HistoryCompare</name>
    <message>
        <source>Revenue</source>
        <translation>Pendapatan</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Belanja</translation>
    </message>
    <message>
        <source>Net financing</source>
        <translation>Pembiayaan neto</translation>
    </message>
    <message>
        <source>{then} lines then, {now} now</source>
        <translation>dulu {then} baris, sekarang {now}</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>tetap</translation>
    </message>
    <message>
        <source>Then → now</source>
        <translation>Dulu → sekarang</translation>
    </message>
</context>
<context>
    <name>HistoryDelegate</name>
    <message>
        <source>taken back</source>
        <translation>diurungkan</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Changed rows</source>
        <translation>Baris yang berubah</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Kembali ke daftar</translation>
    </message>
    <message>
        <source>To this row</source>
        <translation>Ke baris ini</translation>
    </message>
    <message>
        <source>History of this row</source>
        <translation>Riwayat baris ini</translation>
    </message>
    <message>
        <source>Bring this row back</source>
        <translation>Kembalikan baris ini</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>Search the history</source>
        <translation>Cari di riwayat</translation>
    </message>
    <message>
        <source>Search the history: what, who, why</source>
        <translation>Cari di riwayat: apa, siapa, alasan</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Saring</translation>
    </message>
    <message>
        <source>Only what still holds</source>
        <translation>Hanya yang masih berlaku</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Ubahan</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Terhapus</translation>
    </message>
    <message>
        <source>Only {name}; press to show all</source>
        <translation>Hanya {name}; tekan untuk menampilkan semua</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Semua hari</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 hari terakhir</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 hari terakhir</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Semua orang</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>tanpa nama</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>no name given</source>
        <translation>nama tidak diisi</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} baris</translation>
    </message>
    <message>
        <source>taken back since</source>
        <translation>sudah diurungkan</translation>
    </message>
    <message>
        <source>Reason: {why}</source>
        <translation>Alasan: {why}</translation>
    </message>
    <message>
        <source>Bring this row back</source>
        <translation>Kembalikan baris ini</translation>
    </message>
    <message>
        <source>Back to before this step</source>
        <translation>Kembalikan ke sebelum langkah ini</translation>
    </message>
    <message>
        <source>This plan can only be looked at; nothing can be brought back.</source>
        <translation>Rencana ini hanya dapat dilihat; tidak ada yang dapat dikembalikan.</translation>
    </message>
    <message>
        <source>Only lines and activities can be brought back; change this one where it stands.</source>
        <translation>Yang dapat dikembalikan hanya baris dan kegiatan; ubah yang ini di tempatnya.</translation>
    </message>
    <message>
        <source>This row came with this step; before it there is nothing to go back to.</source>
        <translation>Baris ini baru ada sejak langkah ini; tidak ada keadaan sebelumnya.</translation>
    </message>
    <message>
        <source>The activity comes back with the lines that were deleted with it. One step to undo.</source>
        <translation>Kegiatan kembali bersama baris-baris yang ikut terhapus. Satu langkah, dapat diurungkan.</translation>
    </message>
    <message>
        <source>The line comes back; its activity too, if that is gone. One step to undo.</source>
        <translation>Baris ini kembali; kegiatannya juga, bila sudah terhapus. Satu langkah, dapat diurungkan.</translation>
    </message>
    <message>
        <source>Only this row goes back; what was changed in it since is given up. One step to undo.</source>
        <translation>Hanya baris ini yang kembali; ubahan sesudahnya pada baris ini ikut lepas. Satu langkah, dapat diurungkan.</translation>
    </message>
    <message>
        <source>{n} days ago and now</source>
        <translation>{n} hari lalu dan sekarang</translation>
    </message>
</context>
<context>
    <name>HistoryScreen</name>
    <message>
        <source>Steps</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>this row</source>
        <translation>baris ini</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} langkah</translation>
    </message>
    <message>
        <source>{n} of {all} steps</source>
        <translation>{n} dari {all} langkah</translation>
    </message>
    <message>
        <source>Nothing fits. Take a filter away.</source>
        <translation>Tidak ada yang cocok. Lepas salah satu saringan.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. Each change will stand here: when, who and what.</source>
        <translation>Belum ada yang diubah. Setiap perubahan akan tercatat di sini: kapan, siapa, dan apa.</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>Hari ini, {day}</translation>
    </message>
    <message>
        <source>Yesterday, {day}</source>
        <translation>Kemarin, {day}</translation>
    </message>
    <message>
        <source>With {n} days ago</source>
        <translation>Dengan {n} hari lalu</translation>
    </message>
</context>
<context>
    <name>HistorySteps</name>
    <message>
        <source>{n} rows</source>
        <translation>{n} baris</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>tanpa nama</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 baris</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Diurungkan: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Diulangi: {what}</translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message>
        <source>Workbooks and tables ({patterns})</source>
        <translation>Buku kerja dan tabel ({patterns})</translation>
    </message>
    <message>
        <source>Import from Excel</source>
        <translation>Impor dari Excel</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import from Excel</source>
        <translation>Impor dari Excel</translation>
    </message>
    <message>
        <source>Back to the sheets</source>
        <translation>Kembali ke daftar lembar</translation>
    </message>
    <message>
        <source>Look at the rows</source>
        <translation>Lihat barisnya</translation>
    </message>
    <message>
        <source>{kind} in {file}. Nothing has changed yet.</source>
        <translation>{kind} di {file}. Belum ada yang berubah.</translation>
    </message>
    <message>
        <source>{file}. Tick the sheets whose rows shall come into the plan.</source>
        <translation>{file}. Centang lembar yang barisnya akan dimasukkan ke rencana.</translation>
    </message>
    <message>
        <source>Sheet whose rows are shown</source>
        <translation>Lembar yang barisnya ditampilkan</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>{count} sheets ticked</source>
        <translation>{count} lembar dicentang</translation>
    </message>
</context>
<context>
    <name>ItemChoices</name>
    <message>
        <source>{count} suggestions</source>
        <translation>{count} usulan</translation>
    </message>
    <message>
        <source>↓ chooses · Esc closes</source>
        <translation>↓ memilih · Esc menutup</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keep the entry, go down</source>
        <translation>Simpan isian, lalu ke bawah</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Sel berikut</translation>
    </message>
    <message>
        <source>Change the cell</source>
        <translation>Ubah sel</translation>
    </message>
    <message>
        <source>Leave the cell as it was</source>
        <translation>Biarkan sel seperti semula</translation>
    </message>
    <message>
        <source>Add an activity</source>
        <translation>Tambah kegiatan</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Tambah rekening</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Tambah baris</translation>
    </message>
    <message>
        <source>Delete the rows</source>
        <translation>Hapus baris</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Panel samping</translation>
    </message>
    <message>
        <source>Move the lines</source>
        <translation>Pindahkan baris</translation>
    </message>
    <message>
        <source>Move the lines to another account</source>
        <translation>Pindahkan baris ke rekening lain</translation>
    </message>
    <message>
        <source>Select rows</source>
        <translation>Pilih baris</translation>
    </message>
    <message>
        <source>Select the rows of this level</source>
        <translation>Pilih baris setingkat</translation>
    </message>
    <message>
        <source>Copy or cut rows</source>
        <translation>Salin atau potong baris</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Isi ke bawah</translation>
    </message>
    <message>
        <source>Paste a cell or a block</source>
        <translation>Tempel sel atau blok</translation>
    </message>
    <message>
        <source>Give the rows a fund source</source>
        <translation>Beri sumber dana pada baris</translation>
    </message>
    <message>
        <source>Change many lines</source>
        <translation>Ubah banyak baris</translation>
    </message>
    <message>
        <source>Note and file of the line</source>
        <translation>Catatan dan berkas baris</translation>
    </message>
    <message>
        <source>Sort, or back to the order of the plan</source>
        <translation>Urutkan, atau kembali ke urutan rencana</translation>
    </message>
    <message>
        <source>Tags of the rows</source>
        <translation>Penanda baris</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Tandai sudah ditinjau</translation>
    </message>
    <message>
        <source>Add from a template</source>
        <translation>Tambah dari contoh kegiatan</translation>
    </message>
    <message>
        <source>Copy activities</source>
        <translation>Salin kegiatan</translation>
    </message>
    <message>
        <source>Show only some rows</source>
        <translation>Saring baris</translation>
    </message>
    <message>
        <source>Search the rules</source>
        <translation>Cari aturan (Pemeriksaan)</translation>
    </message>
    <message>
        <source>Reason of a price above the standard</source>
        <translation>Alasan harga di atas standar</translation>
    </message>
    <message>
        <source>Open down to sectors, subsectors</source>
        <translation>Buka sampai bidang, sub bidang</translation>
    </message>
    <message>
        <source>Open down to activities, accounts</source>
        <translation>Buka sampai kegiatan, rekening</translation>
    </message>
    <message>
        <source>Open down to the lines</source>
        <translation>Buka sampai rincian</translation>
    </message>
    <message>
        <source>Size of the page before printing</source>
        <translation>Besar halaman sebelum mencetak</translation>
    </message>
    <message>
        <source>History of the row</source>
        <translation>Riwayat baris ini</translation>
    </message>
    <message>
        <source>Fold or open a group of rules</source>
        <translation>Lipat atau buka kelompok aturan</translation>
    </message>
</context>
<context>
    <name>LineHint</name>
    <message>
        <source>↓ chooses</source>
        <translation>↓ memilih</translation>
    </message>
</context>
<context>
    <name>LineNotesDialog</name>
    <message>
        <source>Note and file</source>
        <translation>Catatan dan berkas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>File: photo, offer, drawing</source>
        <translation>Berkas: foto, penawaran, gambar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Reason of a price above the standard</source>
        <translation>Alasan harga di atas standar</translation>
    </message>
    <message>
        <source>Reason of the price</source>
        <translation>Alasan harga</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>The file of the line</source>
        <translation>Berkas baris ini</translation>
    </message>
</context>
<context>
    <name>LineTableScreen</name>
    <message>
        <source>Account</source>
        <translation>Rekening</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>Tempel dari Excel</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Tambah baris</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Tambah rekening</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Turunkan</translation>
    </message>
    <message>
        <source>Move to another account…</source>
        <translation>Pindahkan ke rekening lain…</translation>
    </message>
    <message>
        <source>Sort and widths…</source>
        <translation>Urutan dan lebar kolom…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Add an account to {code}</source>
        <translation>Tambah rekening ke {code}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Summary</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Pendapatan</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Belanja</translation>
    </message>
    <message>
        <source>Financing</source>
        <translation>Pembiayaan</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Pemeriksaan</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Search the plan</source>
        <translation>Cari dalam rencana</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Rencana baru</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Buka rencana</translation>
    </message>
    <message>
        <source>Look at the example</source>
        <translation>Lihat contoh</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Tombol dan bantuan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Setelan</translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation>Kembali ke halaman awal</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Simpan salinan</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Check a print</source>
        <translation>Cocokkan cetakan</translation>
    </message>
    <message>
        <source>Other years</source>
        <translation>Tahun lain</translation>
    </message>
    <message>
        <source>Standard prices</source>
        <translation>Standar harga</translation>
    </message>
    <message>
        <source>A verified copy is in {path}.</source>
        <translation>Salinan yang sudah diperiksa ada di {path}.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Belum tersimpan</translation>
    </message>
    <message>
        <source>The last entry is not on disk. All earlier cells are safe. Leave and lose that entry?</source>
        <translation>Isian terakhir belum tersimpan. Semua sel sebelumnya aman. Tinggalkan dan lepaskan isian itu?</translation>
    </message>
    <message>
        <source>Leave without it</source>
        <translation>Tinggalkan tanpa isian itu</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Tetap di sini</translation>
    </message>
    <message>
        <source>This is the example, a village that does not exist. Try anything you like.</source>
        <translation>Ini contoh, desa rekaan. Silakan coba apa saja.</translation>
    </message>
    <message>
        <source>Work in it here</source>
        <translation>Kerjakan di sini</translation>
    </message>
    <message>
        <source>The computer went off suddenly. Every cell up to {time} is safe.</source>
        <translation>Komputer mati mendadak tadi. Semua sel sampai {time} selamat.</translation>
    </message>
    <message>
        <source>Do this only when nobody works in it on the other computer any more.</source>
        <translation>Lakukan ini hanya bila tidak ada lagi yang mengerjakannya di komputer lain itu.</translation>
    </message>
    <message>
        <source>Keep looking</source>
        <translation>Tetap hanya baca</translation>
    </message>
    <message>
        <source>Save somewhere else</source>
        <translation>Simpan di tempat lain</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Kembali ke tempat tadi</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Maju lagi</translation>
    </message>
    <message>
        <source>Map of the spending</source>
        <translation>Peta belanja</translation>
    </message>
    <message>
        <source>Print the documents that are chosen</source>
        <translation>Cetak dokumen yang dipilih</translation>
    </message>
</context>
<context>
    <name>MapDialog</name>
    <message>
        <source>Where the money is</source>
        <translation>Ke mana uangnya</translation>
    </message>
    <message>
        <source>Each area is as large as its share of the spending. Arrows move, Enter goes there.</source>
        <translation>Luas setiap bidang sebesar bagiannya dalam belanja. Panah untuk berpindah, Enter untuk membukanya.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>MonthStrip</name>
    <message>
        <source>Months</source>
        <translation>Bulan</translation>
    </message>
</context>
<context>
    <name>MoveCommand</name>
    <message>
        <source>The rows are sorted. Go back to the order of the plan first (Ctrl+Shift+U).</source>
        <translation>Baris sedang diurutkan. Kembalikan dulu ke urutan rencana (Ctrl+Shift+U).</translation>
    </message>
    <message>
        <source>Choose the lines to move first.</source>
        <translation>Pilih dulu baris yang akan dipindahkan.</translation>
    </message>
    <message>
        <source>Move {count} lines: to which activity?</source>
        <translation>Pindahkan {count} baris: ke kegiatan mana?</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Move {count} lines: to which account?</source>
        <translation>Pindahkan {count} baris: ke rekening mana?</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Pindahkan</translation>
    </message>
</context>
<context>
    <name>NarrowCommand</name>
    <message>
        <source>With findings</source>
        <translation>Ada temuan</translation>
    </message>
    <message>
        <source>Fund source</source>
        <translation>Sumber dana</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Penanda</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Pelaksana</translation>
    </message>
    <message>
        <source>Kind of spending</source>
        <translation>Jenis belanja</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Berubah sejak</translation>
    </message>
    <message>
        <source>Not broken down</source>
        <translation>Belum dirinci</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Belum ditinjau</translation>
    </message>
    <message>
        <source>Officer, location or output missing</source>
        <translation>Pelaksana, lokasi, atau keluaran belum diisi</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>Belum ditentukan</translation>
    </message>
    <message>
        <source>No officer</source>
        <translation>Belum ada pelaksana</translation>
    </message>
    <message>
        <source>The last export, {time}</source>
        <translation>Ekspor terakhir, {time}</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>Satu jam terakhir</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Three days ago</source>
        <translation>Tiga hari lalu</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>Seminggu lalu</translation>
    </message>
    <message>
        <source>A month ago</source>
        <translation>Sebulan lalu</translation>
    </message>
    <message>
        <source>Changed: {since}</source>
        <translation>Berubah: {since}</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Document fingerprint</source>
        <translation>Sidik dokumen</translation>
    </message>
    <message>
        <source>{place}, {n} broken</source>
        <translation>{place}, {n} melanggar</translation>
    </message>
</context>
<context>
    <name>NewPlanDialog</name>
    <message>
        <source>New plan</source>
        <translation>Rencana baru</translation>
    </message>
    <message>
        <source>Type the village&apos;s name</source>
        <translation>Ketik nama desa</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>&amp;Village</source>
        <translation>&amp;Desa</translation>
    </message>
    <message>
        <source>Village &amp;code</source>
        <translation>&amp;Kode desa</translation>
    </message>
    <message>
        <source>&amp;District</source>
        <translation>K&amp;ecamatan</translation>
    </message>
    <message>
        <source>&amp;Regency</source>
        <translation>Ka&amp;bupaten</translation>
    </message>
    <message>
        <source>&amp;Province</source>
        <translation>&amp;Provinsi</translation>
    </message>
    <message>
        <source>Fiscal &amp;year</source>
        <translation>&amp;Tahun anggaran</translation>
    </message>
    <message>
        <source>Save &amp;in</source>
        <translation>&amp;Simpan di</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Simpan di</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Create the plan</source>
        <translation>Buat rencana</translation>
    </message>
    <message>
        <source>Save the plan in</source>
        <translation>Simpan rencana di</translation>
    </message>
    <message>
        <source>Type the village&apos;s name.</source>
        <translation>Ketik nama desanya.</translation>
    </message>
    <message>
        <source>A village code looks like 35.10.01.2001.</source>
        <translation>Kode desa seperti 35.10.01.2001.</translation>
    </message>
    <message>
        <source>A fiscal year lies between {first} and {last}.</source>
        <translation>Tahun anggaran antara {first} dan {last}.</translation>
    </message>
    <message>
        <source>Choose where to save the plan.</source>
        <translation>Pilih tempat menyimpan rencana.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>Sudah ada berkas dengan nama ini. Pilih nama lain.</translation>
    </message>
</context>
<context>
    <name>NoteCommand</name>
    <message>
        <source>Note and file…</source>
        <translation>Catatan dan berkas…</translation>
    </message>
    <message>
        <source>Notes and files belong to lines. Go to a line first.</source>
        <translation>Catatan dan berkas ada pada baris rincian. Pilih barisnya dulu.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Put this message away</source>
        <translation>Tutup pesan ini</translation>
    </message>
</context>
<context>
    <name>OpenState</name>
    <message>
        <source>It is open in another program.</source>
        <translation>Sedang dibuka di program lain.</translation>
    </message>
    <message>
        <source>It is open on {machine}.</source>
        <translation>Sedang dibuka di {machine}.</translation>
    </message>
    <message>
        <source>It is open on {machine} since {time}.</source>
        <translation>Sedang dibuka di {machine} sejak {time}.</translation>
    </message>
    <message>
        <source>This file can&apos;t be written here, so you can only look.</source>
        <translation>Berkas ini tidak dapat ditulisi di sini, jadi hanya dapat dilihat.</translation>
    </message>
    <message>
        <source>This budget is enacted. Only an amendment can change it.</source>
        <translation>APB Desa ini sudah ditetapkan. Hanya Perubahan yang dapat mengubahnya.</translation>
    </message>
    <message>
        <source>You opened this plan to look only.</source>
        <translation>Rencana ini Anda buka hanya untuk dilihat.</translation>
    </message>
    <message>
        <source>Here you can only look.</source>
        <translation>Di sini hanya dapat dilihat.</translation>
    </message>
</context>
<context>
    <name>OverlayCard</name>
    <message>
        <source>Load…</source>
        <translation>Muat…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Lepas</translation>
    </message>
    <message>
        <source>No regency rule file is loaded</source>
        <translation>Belum ada berkas aturan kabupaten</translation>
    </message>
    <message>
        <source>The Dinas PMD hands it out as one file: ceilings, pay tables, own codes and limits. Without it the national rules are checked.</source>
        <translation>Dinas PMD membagikannya sebagai satu berkas: pagu, tabel siltap, kode sendiri, dan batas. Tanpa berkas ini, aturan nasional yang diperiksa.</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ganti…</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>sidik</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Page preview</source>
        <translation>Pratinjau halaman</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Satu halaman</translation>
    </message>
    <message>
        <source>Size on the screen</source>
        <translation>Besarnya di layar</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Selebar jendela</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Halaman sebelumnya</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Halaman berikut</translation>
    </message>
    <message>
        <source>Page {n} of {m}</source>
        <translation>Halaman {n} dari {m}</translation>
    </message>
</context>
<context>
    <name>PagesModel</name>
    <message>
        <source>Page {n} of {m}</source>
        <translation>Halaman {n} dari {m}</translation>
    </message>
</context>
<context>
    <name>PasteCells</name>
    <message>
        <source>Mend the cell</source>
        <translation>Perbaiki sel</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste from Excel</source>
        <translation>Tempel dari Excel</translation>
    </message>
    <message>
        <source>{count} rows of the clipboard to {where}. Nothing has changed yet.</source>
        <translation>{count} baris dari papan klip ke {where}. Belum ada yang berubah.</translation>
    </message>
    <message>
        <source>Figures are read as 1,234.50.</source>
        <translation>Angka dibaca sebagai 1,234.50.</translation>
    </message>
</context>
<context>
    <name>PasteHead</name>
    <message>
        <source>Leave out</source>
        <translation>Lewati</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Harga satuan</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Dana</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Rekening</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>Swadaya</source>
        <translation>Swadaya</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>read out</source>
        <translation>terbaca</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>usulan</translation>
    </message>
    <message>
        <source>Column {letter}</source>
        <translation>Kolom {letter}</translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>taken</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>Activity of these lines</source>
        <translation>Kegiatan baris ini</translation>
    </message>
    <message>
        <source>Account of these lines</source>
        <translation>Rekening baris ini</translation>
    </message>
    <message>
        <source>Columns as last time. Guess again</source>
        <translation>Kolom seperti terakhir kali. Tebak ulang</translation>
    </message>
    <message>
        <source>Guess again</source>
        <translation>Tebak ulang</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Only refused</source>
        <translation>Hanya yang ditolak</translation>
    </message>
</context>
<context>
    <name>PasteTable</name>
    <message>
        <source>Pasted rows</source>
        <translation>Baris yang ditempel</translation>
    </message>
</context>
<context>
    <name>PasteTargets</name>
    <message>
        <source>Fund source of lines without one</source>
        <translation>Sumber dana baris yang belum punya</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>belum dipilih</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Rekening</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Rekening</translation>
    </message>
    <message>
        <source>Fund, where empty</source>
        <translation>Dana, bila kosong</translation>
    </message>
    <message>
        <source>Choose an account…</source>
        <translation>Pilih rekening…</translation>
    </message>
    <message>
        <source>Account of these lines: {name}</source>
        <translation>Rekening baris ini: {name}</translation>
    </message>
    <message>
        <source> (by its name)</source>
        <translation> (dari namanya)</translation>
    </message>
    <message>
        <source>Choose an activity…</source>
        <translation>Pilih kegiatan…</translation>
    </message>
    <message>
        <source>Activity of these lines: {name}</source>
        <translation>Kegiatan baris ini: {name}</translation>
    </message>
    <message>
        <source>Accounts of {count} groups…</source>
        <translation>Rekening {count} kelompok…</translation>
    </message>
    <message>
        <source>{count} groups…</source>
        <translation>{count} kelompok…</translation>
    </message>
    <message>
        <source>{missing} of {count} groups missing…</source>
        <translation>{missing} dari {count} kelompok belum…</translation>
    </message>
    <message>
        <source>Accounts of the groups of rows: {name}</source>
        <translation>Rekening kelompok baris: {name}</translation>
    </message>
</context>
<context>
    <name>PasteWords</name>
    <message>
        <source>Nothing to add yet.</source>
        <translation>Belum ada yang dapat ditambahkan.</translation>
    </message>
    <message>
        <source>{total} will be added, without a fund source</source>
        <translation>Akan ditambahkan {total}, tanpa sumber dana</translation>
    </message>
    <message>
        <source>{total} will be added, all from {name} ({fund})</source>
        <translation>Akan ditambahkan {total}, semua dari {name} ({fund})</translation>
    </message>
    <message>
        <source>{total} will be added: {parts}</source>
        <translation>Akan ditambahkan {total}: {parts}</translation>
    </message>
    <message>
        <source>Sum of the sheet</source>
        <translation>Jumlah di lembar</translation>
    </message>
    <message>
        <source>Revenue in the sheet</source>
        <translation>Pendapatan di lembar</translation>
    </message>
    <message>
        <source>Spending in the sheet</source>
        <translation>Belanja di lembar</translation>
    </message>
    <message>
        <source>Financing in, in the sheet</source>
        <translation>Penerimaan pembiayaan di lembar</translation>
    </message>
    <message>
        <source>Financing out, in the sheet</source>
        <translation>Pengeluaran pembiayaan di lembar</translation>
    </message>
    <message>
        <source>{name} {stated}: the same</source>
        <translation>{name} {stated}: sama</translation>
    </message>
    <message>
        <source>{name} {stated}: differs by {difference}</source>
        <translation>{name} {stated}: selisih {difference}</translation>
    </message>
    <message>
        <source>{amount} given by the people, not counted</source>
        <translation>Swadaya {amount} tidak dihitung</translation>
    </message>
</context>
<context>
    <name>PosterDialog</name>
    <message>
        <source>For residents</source>
        <translation>Untuk warga</translation>
    </message>
    <message>
        <source>Posters and the web page</source>
        <translation>Poster dan halaman web</translation>
    </message>
    <message>
        <source>A3 sheet for the notice board (PDF)</source>
        <translation>Lembar A3 untuk papan pengumuman (PDF)</translation>
    </message>
    <message>
        <source>F4 sheet for the office printer (PDF)</source>
        <translation>Lembar F4 untuk printer kantor (PDF)</translation>
    </message>
    <message>
        <source>Banner 3 × 2 m for the print shop (PDF)</source>
        <translation>Spanduk 3 × 2 m untuk percetakan (PDF)</translation>
    </message>
    <message>
        <source>Picture for chat groups (PNG)</source>
        <translation>Gambar untuk grup percakapan (PNG)</translation>
    </message>
    <message>
        <source>indigo with a kawung pattern</source>
        <translation>biru nila bermotif kawung</translation>
    </message>
    <message>
        <source>batik brown with a golden line</source>
        <translation>cokelat batik bergaris emas</translation>
    </message>
    <message>
        <source>black on white, for the copier</source>
        <translation>hitam putih, untuk fotokopi</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Halaman web</translation>
    </message>
    <message>
        <source>for the village&apos;s site and phones</source>
        <translation>untuk situs desa dan ponsel</translation>
    </message>
    <message>
        <source>Poster: {name}</source>
        <translation>Poster: {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Tulis</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>Yang ditulis</translation>
    </message>
    <message>
        <source>One HTML file with every activity, a search, charts and open data.</source>
        <translation>Satu berkas HTML berisi semua kegiatan, pencarian, grafik, dan data terbuka.</translation>
    </message>
    <message>
        <source>It is read without internet and without a program. Put it on the village&apos;s site or send it.</source>
        <translation>Terbaca tanpa internet dan tanpa aplikasi. Unggah ke situs desa atau kirim lewat pesan.</translation>
    </message>
    <message>
        <source>The picture is a sketch; a browser shows the whole page.</source>
        <translation>Gambar ini sketsa; halaman lengkapnya terlihat di peramban.</translation>
    </message>
    <message>
        <source>Write {n} files</source>
        <translation>Tulis {n} berkas</translation>
    </message>
    <message>
        <source>Drawing the preview…</source>
        <translation>Menggambar pratinjau…</translation>
    </message>
    <message>
        <source>On a phone</source>
        <translation>Di ponsel</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Add {count} rows</source>
        <translation>Masukkan {count} baris</translation>
    </message>
</context>
<context>
    <name>PriceCommand</name>
    <message>
        <source>Reason of the price</source>
        <translation>Alasan harga</translation>
    </message>
    <message>
        <source>There are no standard prices yet. Ctrl+Shift+P loads a list.</source>
        <translation>Belum ada standar harga. Ctrl+Shift+P memuat daftarnya.</translation>
    </message>
    <message>
        <source>The list has no such item of this unit.</source>
        <translation>Barang dengan satuan ini tidak ada di daftar standar harga.</translation>
    </message>
    <message>
        <source>This price is not above the standard.</source>
        <translation>Harga ini tidak di atas standar.</translation>
    </message>
    <message>
        <source>This plan is only looked at.</source>
        <translation>Anggaran ini hanya dibaca.</translation>
    </message>
</context>
<context>
    <name>PriceImportDialog</name>
    <message>
        <source>Load standard prices</source>
        <translation>Muat standar harga</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>dimuat</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nama daftar</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Disimpan di mana</translation>
    </message>
    <message>
        <source>In this village&apos;s file: it travels with the plan</source>
        <translation>Di berkas desa ini: ikut ke mana berkasnya dibawa</translation>
    </message>
    <message>
        <source>Shared on this computer: for all villages worked on here</source>
        <translation>Dipakai bersama: untuk semua desa yang dikerjakan di komputer ini</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Baris-baris pertama berkas</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Baris yang ditolak</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>SIPD list of the regency</source>
        <translation>daftar SIPD kabupaten</translation>
    </message>
    <message>
        <source>HSPK list of the regency</source>
        <translation>daftar HSPK kabupaten</translation>
    </message>
    <message>
        <source>Siskeudes, Ref_SBU</source>
        <translation>Siskeudes, Ref_SBU</translation>
    </message>
    <message>
        <source>proposal template of SIPD</source>
        <translation>templat usulan SIPD</translation>
    </message>
    <message>
        <source>list of this program</source>
        <translation>daftar aplikasi ini</translation>
    </message>
    <message>
        <source>recognised by its headings</source>
        <translation>dikenali dari judul kolom</translation>
    </message>
    <message>
        <source>Layout: {layout}. Nothing has changed yet.</source>
        <translation>Bentuk: {layout}. Belum ada yang berubah.</translation>
    </message>
    <message>
        <source>The columns are not known. Say which one holds the item, the unit and the price.</source>
        <translation>Kolomnya belum dikenali. Tentukan kolom mana yang berisi barang, satuan, dan harga.</translation>
    </message>
    <message>
        <source>Load {count} items</source>
        <translation>Muat {count} barang</translation>
    </message>
    <message>
        <source>Too long for the plan file ({count} items); it can be shared on this computer.</source>
        <translation>Terlalu panjang untuk berkas desa ({count} barang); dapat dipakai bersama di komputer ini.</translation>
    </message>
    <message>
        <source>Choose the columns first.</source>
        <translation>Pilih kolomnya dahulu.</translation>
    </message>
    <message>
        <source>Refused rows are left out, the others are loaded.</source>
        <translation>Baris yang ditolak tidak ikut; yang lain dimuat.</translation>
    </message>
    <message>
        <source>All rows that hold a price are taken.</source>
        <translation>Semua baris yang berisi harga dimuat.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Lewati</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>Spesifikasi</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Rekening</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Column {letter}: {name}</source>
        <translation>Kolom {letter}: {name}</translation>
    </message>
</context>
<context>
    <name>PriceLists</name>
    <message>
        <source>Price lists</source>
        <translation>Daftar harga</translation>
    </message>
    <message>
        <source>Take the list {name} off? The budget stays as it is; prices are no longer compared.</source>
        <translation>Lepas daftar {name}? Anggaran tidak berubah; harga tidak lagi dibandingkan.</translation>
    </message>
    <message>
        <source>Standard prices</source>
        <translation>Standar harga</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Lepas</translation>
    </message>
</context>
<context>
    <name>PriceReasonDialog</name>
    <message>
        <source>Above the standard price</source>
        <translation>Di atas harga standar</translation>
    </message>
    <message>
        <source>{name}, per {unit}</source>
        <translation>{name}, per {unit}</translation>
    </message>
    <message>
        <source>Why is it more?</source>
        <translation>Mengapa lebih mahal?</translation>
    </message>
    <message>
        <source>Alt+1 to Alt+4 write one of these</source>
        <translation>Alt+1 sampai Alt+4 menulis pilihan di bawah</translation>
    </message>
    <message>
        <source>Reason of the price</source>
        <translation>Alasan harga</translation>
    </message>
    <message>
        <source>In your own words; the evaluator reads it.</source>
        <translation>Dengan kata-kata sendiri; evaluator membacanya.</translation>
    </message>
    <message>
        <source>Price in this budget</source>
        <translation>Harga di anggaran ini</translation>
    </message>
    <message>
        <source>Standard, {list}</source>
        <translation>Standar, {list}</translation>
    </message>
    <message>
        <source>Too much per {unit}</source>
        <translation>Lebih per {unit}</translation>
    </message>
    <message>
        <source>Too much in all</source>
        <translation>Lebih seluruhnya</translation>
    </message>
    <message>
        <source>Freight to the site</source>
        <translation>Ongkos angkut ke lokasi</translation>
    </message>
    <message>
        <source>Survey of three shops</source>
        <translation>Hasil survei tiga toko</translation>
    </message>
    <message>
        <source>Better quality or brand</source>
        <translation>Mutu atau merek lebih baik</translation>
    </message>
    <message>
        <source>Prices have risen since the list</source>
        <translation>Harga pasar naik sesudah daftar terbit</translation>
    </message>
    <message>
        <source>Use the standard price</source>
        <translation>Pakai harga standar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Keep the reason</source>
        <translation>Simpan alasan</translation>
    </message>
</context>
<context>
    <name>PricesDialog</name>
    <message>
        <source>Standard prices</source>
        <translation>Standar harga</translation>
    </message>
    <message>
        <source>While you type a description, items of the list are offered; prices above it are marked until a reason is given.</source>
        <translation>Saat uraian diketik, barang dari daftar ini ditawarkan; harga di atasnya ditandai sampai ada alasannya.</translation>
    </message>
    <message>
        <source>In this village&apos;s file</source>
        <translation>Di berkas desa ini</translation>
    </message>
    <message>
        <source>Shared on this computer</source>
        <translation>Dipakai bersama di komputer ini</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Cari di daftar</translation>
    </message>
    <message>
        <source>Load a list…</source>
        <translation>Muat daftar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>No list yet</source>
        <translation>Belum ada daftar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Lepas</translation>
    </message>
    <message>
        <source>Items of the list</source>
        <translation>Barang dalam daftar</translation>
    </message>
    <message>
        <source>Load the regency&apos;s list (SSH, SBU, HSPK) from Excel or CSV.</source>
        <translation>Muat daftar kabupaten (SSH, SBU, HSPK) dari Excel atau CSV.</translation>
    </message>
    <message>
        <source>Nothing matches &quot;{text}&quot;.</source>
        <translation>Tidak ada yang cocok dengan &quot;{text}&quot;.</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} barang</translation>
    </message>
    <message>
        <source>shown: {count} of {all}</source>
        <translation>tampil: {count} dari {all}</translation>
    </message>
    <message>
        <source>not used: the village has its own</source>
        <translation>tidak dipakai: desa ini punya daftar sendiri</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Simpan PDF…</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>Menata halaman…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Simpan sebagai PDF</translation>
    </message>
    <message>
        <source>{n} pages were sent to {printer}.</source>
        <translation>{n} halaman dikirim ke {printer}.</translation>
    </message>
    <message>
        <source>{name} was saved.</source>
        <translation>{name} tersimpan.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Buka</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Rangkap</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Halaman ini</translation>
    </message>
    <message>
        <source>Some pages</source>
        <translation>Halaman tertentu</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>Nomor halaman</translation>
    </message>
    <message>
        <source>e.g. 1-3, 5</source>
        <translation>mis. 1-3, 5</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Tepi</translation>
    </message>
    <message>
        <source>Back to {n} mm</source>
        <translation>Kembali ke {n} mm</translation>
    </message>
    <message>
        <source>Both sides of the sheet</source>
        <translation>Bolak-balik</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Hitam putih</translation>
    </message>
    <message>
        <source>Margins on all sides</source>
        <translation>Tepi di semua sisi</translation>
    </message>
    <message>
        <source>This computer has no printer yet. Saving as PDF works all the same.</source>
        <translation>Komputer ini belum punya printer. Simpan sebagai PDF tetap bisa.</translation>
    </message>
    <message>
        <source>All ({n})</source>
        <translation>Semua ({n})</translation>
    </message>
    <message>
        <source>This page ({n})</source>
        <translation>Halaman ini ({n})</translation>
    </message>
    <message>
        <source>A number from {least} to {most}, please.</source>
        <translation>Isi angka antara {least} dan {most}.</translation>
    </message>
    <message>
        <source>This printer leaves {n} mm white at the edge: what stands there would be missing.</source>
        <translation>Printer ini menyisakan {n} mm putih di tepi: tulisan di situ tidak akan tercetak.</translation>
    </message>
    <message>
        <source>{n} sheets of {paper}</source>
        <translation>{n} lembar kertas {paper}</translation>
    </message>
    <message>
        <source>No page is chosen</source>
        <translation>Belum ada halaman yang dipilih</translation>
    </message>
</context>
<context>
    <name>PrintProgress</name>
    <message>
        <source>Progress</source>
        <translation>Kemajuan cetak</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Menghentikan</translation>
    </message>
    <message>
        <source>{n} of {m} pages</source>
        <translation>{n} dari {m} halaman</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Village {name}</source>
        <translation>Desa {name}</translation>
    </message>
    <message>
        <source>Budget {year}</source>
        <translation>APB Desa {year}</translation>
    </message>
</context>
<context>
    <name>RepairBar</name>
    <message>
        <source>Take {repair} (Alt+{number})</source>
        <translation>Pakai {repair} (Alt+{number})</translation>
    </message>
    <message>
        <source>Alt+1 takes {repair}.</source>
        <translation>Alt+1 memakai {repair}.</translation>
    </message>
    <message>
        <source>Mend red cells right here: type over them, or F2.</source>
        <translation>Perbaiki sel bergaris merah langsung di sini: timpa, atau F2.</translation>
    </message>
    <message>
        <source>Every row can be taken. One step of Undo takes all of it back.</source>
        <translation>Semua baris dapat diterima. Satu langkah Urungkan membatalkan semuanya.</translation>
    </message>
    <message>
        <source>Choose an account…</source>
        <translation>Pilih rekening…</translation>
    </message>
    <message>
        <source>Choose an activity…</source>
        <translation>Pilih kegiatan…</translation>
    </message>
</context>
<context>
    <name>RevenueScreen</name>
    <message>
        <source>Revenue</source>
        <translation>Pendapatan</translation>
    </message>
    <message>
        <source>No revenue yet. Dana Desa, ADD and the village&apos;s own revenue go here.</source>
        <translation>Belum ada pendapatan. Dana Desa, ADD, dan pendapatan asli desa dicatat di sini.</translation>
    </message>
</context>
<context>
    <name>ReviewCommand</name>
    <message>
        <source>{count} not reviewed</source>
        <translation>{count} belum ditinjau</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Tandai sudah ditinjau</translation>
    </message>
    <message>
        <source>Every line here is reviewed.</source>
        <translation>Semua baris di sini sudah ditinjau.</translation>
    </message>
</context>
<context>
    <name>RowCommands</name>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Potong</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Isi ke bawah</translation>
    </message>
    <message>
        <source>Fund source…</source>
        <translation>Sumber dana…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Penanda…</translation>
    </message>
    <message>
        <source>Select the rows of this level</source>
        <translation>Pilih baris setingkat</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>There is nothing on the clipboard to paste.</source>
        <translation>Papan klip kosong: belum ada yang dapat ditempel.</translation>
    </message>
    <message>
        <source>Copy the rows in Excel first, then paste them here.</source>
        <translation>Salin dulu baris-barisnya di Excel, lalu tempel di sini.</translation>
    </message>
    <message>
        <source>Delete activity {code} with {count} lines, {total}? This can be undone.</source>
        <translation>Hapus kegiatan {code} beserta {count} baris, {total}? Dapat diurungkan.</translation>
    </message>
    <message>
        <source>Delete {code} activities with {count} lines, {total}? This can be undone.</source>
        <translation>Hapus {code} kegiatan beserta {count} baris, {total}? Dapat diurungkan.</translation>
    </message>
    <message>
        <source>The filter hides {count} of these lines.</source>
        <translation>{count} baris di antaranya sedang tersembunyi oleh saringan.</translation>
    </message>
    <message>
        <source>Delete {count} lines, {total}? This can be undone.</source>
        <translation>Hapus {count} baris, {total}? Dapat diurungkan.</translation>
    </message>
</context>
<context>
    <name>RowDrag</name>
    <message>
        <source>{place}, at the end</source>
        <translation>{place}, paling akhir</translation>
    </message>
    <message>
        <source>not yet broken down</source>
        <translation>belum dirinci</translation>
    </message>
    <message>
        <source>{count} lines to {place}</source>
        <translation>{count} baris ke {place}</translation>
    </message>
    <message>
        <source>To {place}</source>
        <translation>Ke {place}</translation>
    </message>
</context>
<context>
    <name>RowTreeModel</name>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Harga satuan</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Dana</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>melanggar</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>peringatan</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>saran</translation>
    </message>
    <message>
        <source>exempted</source>
        <translation>dikecualikan</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>belum ditinjau</translation>
    </message>
    <message>
        <source>price above the standard</source>
        <translation>harga di atas standar</translation>
    </message>
    <message>
        <source>has a file</source>
        <translation>ada berkas</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>ada catatan</translation>
    </message>
    <message>
        <source>Add a cost line</source>
        <translation>Tambah baris rincian</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Tambah baris</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Tambah rekening</translation>
    </message>
    <message>
        <source>Not yet broken down</source>
        <translation>Belum dirinci</translation>
    </message>
</context>
<context>
    <name>SaveTemplateDialog</name>
    <message>
        <source>Save this activity as a template</source>
        <translation>Simpan kegiatan ini sebagai contoh</translation>
    </message>
    <message>
        <source>{code}, {count} lines. Location, notes and links are not kept.</source>
        <translation>{code}, {count} baris. Lokasi, catatan, dan tautan berkas tidak ikut disimpan.</translation>
    </message>
    <message>
        <source>&amp;Name of the template</source>
        <translation>&amp;Nama contoh</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Nama contoh</translation>
    </message>
    <message>
        <source>Keep the unit prices too</source>
        <translation>Simpan juga harga satuannya</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Type a name for the template.</source>
        <translation>Isi nama contohnya.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search codes, words, amounts   Ctrl+F</source>
        <translation>Cari kode, uraian, jumlah   Ctrl+F</translation>
    </message>
    <message>
        <source>Search the plan</source>
        <translation>Cari dalam rencana</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Tempat yang ditemukan</translation>
    </message>
    <message>
        <source>Nothing matches &quot;{text}&quot;. Search a code, a word or an amount.</source>
        <translation>Tidak ada yang cocok dengan &quot;{text}&quot;. Cari kode, kata, atau jumlah.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Terpenuhi</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Melanggar</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Aturan</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>More rows fit. Add a word or more digits.</source>
        <translation>Masih ada baris lain yang cocok. Tambahkan kata atau angka.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Perintah</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Setelan</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>for example Kaur Keuangan</source>
        <translation>misalnya Kaur Keuangan</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Bahasa</translation>
    </message>
    <message>
        <source>Preview of the look</source>
        <translation>Contoh tampilan</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tampilan</translation>
    </message>
    <message>
        <source>&amp;Font size</source>
        <translation>&amp;Ukuran huruf</translation>
    </message>
    <message>
        <source>Folder for &amp;plans</source>
        <translation>Folder &amp;rencana</translation>
    </message>
    <message>
        <source>Folder for &amp;exports</source>
        <translation>Folder &amp;ekspor</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>&amp;Kertas</translation>
    </message>
    <message>
        <source>&amp;Your function</source>
        <translation>&amp;Jabatan Anda</translation>
    </message>
    <message>
        <source>the Documents folder</source>
        <translation>folder Dokumen</translation>
    </message>
    <message>
        <source>beside the plan file</source>
        <translation>di samping berkas rencana</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Cadangan…</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Pulihkan setelan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Terapkan</translation>
    </message>
    <message>
        <source>This folder does not exist. Choose another one, or leave it empty.</source>
        <translation>Folder ini tidak ada. Pilih folder lain, atau kosongkan.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Pilih</translation>
    </message>
</context>
<context>
    <name>SheetList</name>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>Seems to be</source>
        <translation>Tampaknya</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>{kind}, hidden in Excel</source>
        <translation>{kind}, tersembunyi di Excel</translation>
    </message>
    <message>
        <source>{name}: {kind}, {count} rows</source>
        <translation>{name}: {kind}, {count} baris</translation>
    </message>
    <message>
        <source>by the codes in the sheet</source>
        <translation>menurut kode di lembar</translation>
    </message>
    <message>
        <source>to be chosen in the next step</source>
        <translation>dipilih di langkah berikut</translation>
    </message>
    <message>
        <source>{name} (by its name)</source>
        <translation>{name} (dari namanya)</translation>
    </message>
</context>
<context>
    <name>SourceChoice</name>
    <message>
        <source>Copy from</source>
        <translation>Salin dari</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Berkas lain…</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>APB Desa</translation>
    </message>
    <message>
        <source>amendment {n}</source>
        <translation>Perubahan {n}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>rancangan</translation>
    </message>
    <message>
        <source>agreed by the BPD</source>
        <translation>disepakati BPD</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>disampaikan</translation>
    </message>
    <message>
        <source>evaluated</source>
        <translation>dievaluasi</translation>
    </message>
    <message>
        <source>enacted</source>
        <translation>ditetapkan</translation>
    </message>
    <message>
        <source>Copy from another plan file</source>
        <translation>Salin dari berkas rencana lain</translation>
    </message>
    <message>
        <source>The year begins empty.</source>
        <translation>Tahun ini mulai kosong.</translation>
    </message>
    <message>
        <source>{activities} activities, {lines} lines, spending {total}</source>
        <translation>{activities} kegiatan, {lines} baris, belanja {total}</translation>
    </message>
</context>
<context>
    <name>SpendingScreen</name>
    <message>
        <source>Spending</source>
        <translation>Belanja</translation>
    </message>
    <message>
        <source>No activities yet. Add one, paste from Excel, or copy last year.</source>
        <translation>Belum ada kegiatan. Tambah kegiatan, tempel dari Excel, atau salin dari tahun lalu.</translation>
    </message>
    <message>
        <source>Add activity</source>
        <translation>Tambah kegiatan</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>Ada temuan</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Saring</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Bidang</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Details of the activity (F4)</source>
        <translation>Keterangan kegiatan (F4)</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Contoh</translation>
    </message>
    <message>
        <source>{sectors} sectors · {activities} activities</source>
        <translation>{sectors} bidang · {activities} kegiatan</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>A village budget that balances, keeps the law and prints</source>
        <translation>APB Desa yang seimbang, sesuai aturan, siap dicetak</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Rencana baru</translation>
    </message>
    <message>
        <source>Village, year and place</source>
        <translation>Desa, tahun, dan tempatnya</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Buka rencana</translation>
    </message>
    <message>
        <source>From this computer or a stick</source>
        <translation>Dari komputer atau flashdisk</translation>
    </message>
    <message>
        <source>Look at the example</source>
        <translation>Lihat contoh</translation>
    </message>
    <message>
        <source>An invented village, free to try</source>
        <translation>Desa rekaan, bebas dicoba</translation>
    </message>
    <message>
        <source>Every cell is saved as soon as you leave it.</source>
        <translation>Setiap sel tersimpan begitu ditinggalkan.</translation>
    </message>
    <message>
        <source>Works without internet. Your data stays on this computer.</source>
        <translation>Bekerja tanpa internet. Data tetap di komputer ini.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Setelan</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Open the plan of the row</source>
        <translation>Buka rencana di baris itu</translation>
    </message>
    <message>
        <source>Take the plan off the list</source>
        <translation>Lepas rencana dari daftar</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versi {number}</translation>
    </message>
    <message>
        <source>Search a village or a year</source>
        <translation>Cari desa atau tahun</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Terakhir dibuka</translation>
    </message>
    <message>
        <source>not found here now</source>
        <translation>tidak ditemukan di sini sekarang</translation>
    </message>
    <message>
        <source>Nothing yet. Make a new plan, or look at the example first.</source>
        <translation>Belum ada. Buat rencana baru, atau lihat contoh dahulu.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rancangan</translation>
    </message>
    <message>
        <source>Agreed by BPD</source>
        <translation>Disepakati BPD</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Diajukan</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>Dievaluasi</translation>
    </message>
    <message>
        <source>Enacted</source>
        <translation>Ditetapkan</translation>
    </message>
</context>
<context>
    <name>StartingCommands</name>
    <message>
        <source>Add from a &amp;template…</source>
        <translation>Tambah dari &amp;contoh kegiatan…</translation>
    </message>
    <message>
        <source>&amp;Copy activities…</source>
        <translation>&amp;Salin kegiatan…</translation>
    </message>
    <message>
        <source>&amp;Duplicate this activity</source>
        <translation>&amp;Gandakan kegiatan ini</translation>
    </message>
    <message>
        <source>&amp;Save this activity as a template…</source>
        <translation>Si&amp;mpan kegiatan ini sebagai contoh…</translation>
    </message>
    <message>
        <source>Template or copy</source>
        <translation>Contoh dan salinan</translation>
    </message>
    <message>
        <source>Copy from last year</source>
        <translation>Salin dari tahun lalu</translation>
    </message>
    <message>
        <source>Add from a template</source>
        <translation>Tambah dari contoh kegiatan</translation>
    </message>
    <message>
        <source>Kept as the template {name}. Find it by Ctrl+J.</source>
        <translation>Tersimpan sebagai contoh {name}. Temukan dengan Ctrl+J.</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>{name}: less</source>
        <translation>{name}: kurangi</translation>
    </message>
    <message>
        <source>{name}: more</source>
        <translation>{name}: tambah</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>{n} more rules</source>
        <translation>{n} aturan lagi</translation>
    </message>
</context>
<context>
    <name>SummaryCharts</name>
    <message>
        <source>Sector</source>
        <translation>Bidang</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Dana</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Own revenue</source>
        <translation>Pendapatan asli</translation>
    </message>
    <message>
        <source>Village allocation</source>
        <translation>Alokasi Dana Desa</translation>
    </message>
    <message>
        <source>Dana Desa</source>
        <translation>Dana Desa</translation>
    </message>
    <message>
        <source>Tax shares</source>
        <translation>Bagi hasil pajak</translation>
    </message>
    <message>
        <source>Province&apos;s aid</source>
        <translation>Bantuan provinsi</translation>
    </message>
    <message>
        <source>Regency&apos;s aid</source>
        <translation>Bantuan kabupaten</translation>
    </message>
    <message>
        <source>Self-help</source>
        <translation>Swadaya</translation>
    </message>
    <message>
        <source>Other revenue</source>
        <translation>Lain-lain</translation>
    </message>
    <message>
        <source>not yet decided</source>
        <translation>belum ditentukan</translation>
    </message>
    <message>
        <source>Total Rp {amount}</source>
        <translation>Jumlah Rp {amount}</translation>
    </message>
    <message>
        <source>{village} · APB Desa {year}</source>
        <translation>Desa {village} · APB Desa {year}</translation>
    </message>
    <message>
        <source>Fingerprint {mark} · {day}</source>
        <translation>Sidik dokumen {mark} · {day}</translation>
    </message>
    <message>
        <source>No spending yet. Add activities under Spending.</source>
        <translation>Belum ada belanja. Tambah kegiatan di Belanja.</translation>
    </message>
    <message>
        <source>Spending by sector</source>
        <translation>Belanja per bidang</translation>
    </message>
    <message>
        <source>Spending by fund source</source>
        <translation>Belanja per sumber dana</translation>
    </message>
    <message>
        <source>Spending by kind</source>
        <translation>Belanja per jenis</translation>
    </message>
    <message>
        <source>Spending from year to year</source>
        <translation>Belanja dari tahun ke tahun</translation>
    </message>
    <message>
        <source>There is only one year yet. Start next year from this one, or choose last year&apos;s file.</source>
        <translation>Baru ada satu tahun. Mulai tahun depan dari tahun ini, atau pilih berkas tahun lalu.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Goods, services</source>
        <translation>Barang dan jasa</translation>
    </message>
    <message>
        <source>Capital</source>
        <translation>Modal</translation>
    </message>
    <message>
        <source>Unforeseen</source>
        <translation>Tak terduga</translation>
    </message>
    <message>
        <source>no account yet</source>
        <translation>belum dirinci</translation>
    </message>
    <message>
        <source>Governance</source>
        <translation>Pemerintahan</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Pembangunan</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Kemasyarakatan</translation>
    </message>
    <message>
        <source>Empowerment</source>
        <translation>Pemberdayaan</translation>
    </message>
    <message>
        <source>Emergencies</source>
        <translation>Tak terduga</translation>
    </message>
</context>
<context>
    <name>SummaryFacts</name>
    <message>
        <source>Ceiling not filled in</source>
        <translation>Pagu belum diisi</translation>
    </message>
    <message>
        <source>Ceiling {amount}</source>
        <translation>Pagu {amount}</translation>
    </message>
    <message>
        <source>revenue {amount} over</source>
        <translation>pendapatan lebih {amount}</translation>
    </message>
    <message>
        <source>revenue {amount} short</source>
        <translation>pendapatan kurang {amount}</translation>
    </message>
    <message>
        <source>Out {amount}</source>
        <translation>Keluar {amount}</translation>
    </message>
    <message>
        <source>Lines reviewed</source>
        <translation>Baris sudah ditinjau</translation>
    </message>
    <message>
        <source>Activities broken down to lines</source>
        <translation>Kegiatan sudah dirinci</translation>
    </message>
    <message>
        <source>Officer, location and output filled in</source>
        <translation>Pelaksana, lokasi, keluaran terisi</translation>
    </message>
    <message>
        <source>Questions of the rules answered</source>
        <translation>Pertanyaan aturan terjawab</translation>
    </message>
    <message>
        <source>Documents complete</source>
        <translation>Dokumen lengkap</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>lengkap</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} dari {all}</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>sama</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>habis terbagi</translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>sisa {amount}</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>lebih {amount}</translation>
    </message>
</context>
<context>
    <name>SummaryScreen</name>
    <message>
        <source>Summary</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Export for the Dinas PMD</source>
        <translation>Ekspor untuk Dinas PMD</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Pendapatan</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Belanja</translation>
    </message>
    <message>
        <source>Net financing</source>
        <translation>Pembiayaan netto</translation>
    </message>
    <message>
        <source>Balance of the year</source>
        <translation>SiLPA berjalan</translation>
    </message>
    <message>
        <source>Open findings</source>
        <translation>Temuan terbuka</translation>
    </message>
    <message>
        <source>Fund sources</source>
        <translation>Sumber dana</translation>
    </message>
    <message>
        <source>fill = spending, mark = revenue</source>
        <translation>isi = keluar, garis = masuk</translation>
    </message>
    <message>
        <source>Where the money is</source>
        <translation>Ke mana uangnya</translation>
    </message>
    <message>
        <source>area = share of the spending</source>
        <translation>luas = bagian dari belanja</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Lihat semua</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>No money yet. Begin under Revenue.</source>
        <translation>Belum ada uang yang dicatat. Mulai di Pendapatan.</translation>
    </message>
    <message>
        <source>Fill in {n} ceilings</source>
        <translation>Isi {n} pagu</translation>
    </message>
    <message>
        <source>Nothing to count yet. What is filled in is counted here.</source>
        <translation>Belum ada yang dihitung. Yang sudah diisi terhitung di sini.</translation>
    </message>
    <message>
        <source>{n} lines · {m} fund sources</source>
        <translation>{n} baris · {m} sumber dana</translation>
    </message>
    <message>
        <source>{n} sectors · {m} activities</source>
        <translation>{n} bidang · {m} kegiatan</translation>
    </message>
    <message>
        <source>no financing yet</source>
        <translation>belum ada pembiayaan</translation>
    </message>
    <message>
        <source>in − out</source>
        <translation>penerimaan − pengeluaran</translation>
    </message>
    <message>
        <source>not balanced</source>
        <translation>belum seimbang</translation>
    </message>
    <message>
        <source>{funds} overspent</source>
        <translation>{funds} terlampaui</translation>
    </message>
    <message>
        <source>Balanced, each fund source too</source>
        <translation>Seimbang, tiap dana juga</translation>
    </message>
    <message>
        <source>Choose last year&apos;s file</source>
        <translation>Pilih berkas tahun lalu</translation>
    </message>
    <message>
        <source>No rule is broken. {n} still need an answer under Check.</source>
        <translation>Tidak ada aturan yang dilanggar. {n} masih perlu jawaban di Pemeriksaan.</translation>
    </message>
    <message>
        <source>All {n} rules hold. Ready to export.</source>
        <translation>Semua {n} aturan terpenuhi. Siap diekspor.</translation>
    </message>
    <message>
        <source>Nothing to check yet.</source>
        <translation>Belum ada yang diperiksa.</translation>
    </message>
</context>
<context>
    <name>SummarySteps</name>
    <message>
        <source>Begin with the money that is certain.</source>
        <translation>Mulai dari uang yang pasti.</translation>
    </message>
    <message>
        <source>Enter the revenue</source>
        <translation>Isi pendapatan</translation>
    </message>
    <message>
        <source>Add the first activity</source>
        <translation>Tambah kegiatan pertama</translation>
    </message>
    <message>
        <source>Enter the first cost line</source>
        <translation>Isi baris rincian pertama</translation>
    </message>
    <message>
        <source>Spending hangs on activities and their lines.</source>
        <translation>Belanja dicatat pada kegiatan dan baris rinciannya.</translation>
    </message>
    <message>
        <source>Break down {n} lines</source>
        <translation>Rinci {n} baris</translation>
    </message>
    <message>
        <source>They have no account yet.</source>
        <translation>Belum ada rekeningnya.</translation>
    </message>
    <message>
        <source>Choose the fund source of {n} lines</source>
        <translation>Pilih sumber dana untuk {n} baris</translation>
    </message>
    <message>
        <source>Each fund source must balance on its own.</source>
        <translation>Tiap sumber dana harus seimbang sendiri.</translation>
    </message>
    <message>
        <source>Mend {n} broken rules</source>
        <translation>Perbaiki {n} aturan yang dilanggar</translation>
    </message>
    <message>
        <source>No rule is broken. The forms can be printed.</source>
        <translation>Tidak ada aturan yang dilanggar. Formulir dapat dicetak.</translation>
    </message>
    <message>
        <source>No rule is broken; {n} still need an answer.</source>
        <translation>Tidak ada yang dilanggar; {n} masih perlu jawaban.</translation>
    </message>
    <message>
        <source>Export the documents</source>
        <translation>Ekspor dokumen</translation>
    </message>
    <message>
        <source>Agree on the draft with the BPD</source>
        <translation>Sepakati Raperdes dengan BPD</translation>
    </message>
    <message>
        <source>Send it to the Camat to be evaluated</source>
        <translation>Kirim ke Camat untuk dievaluasi</translation>
    </message>
    <message>
        <source>Enact the village regulation</source>
        <translation>Tetapkan Perdes APB Desa</translation>
    </message>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>long past</source>
        <translation>sudah lewat</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>{n} hari lalu</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>{n} days left</source>
        <translation>{n} hari lagi</translation>
    </message>
</context>
<context>
    <name>TagCommand</name>
    <message>
        <source>Back to the proposal</source>
        <translation>Kembali ke usulan</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Change…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>TagViews</name>
    <message>
        <source>for all its lines</source>
        <translation>untuk semua barisnya</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>diusulkan</translation>
    </message>
    <message>
        <source>of the activity</source>
        <translation>dari kegiatan</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Add from a template</source>
        <translation>Tambah dari contoh kegiatan</translation>
    </message>
    <message>
        <source>Code or words</source>
        <translation>Kode atau kata</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Contoh kegiatan</translation>
    </message>
    <message>
        <source>Nothing matches. Search codes or words.</source>
        <translation>Tidak ada yang cocok. Cari kode atau kata.</translation>
    </message>
    <message>
        <source>{count} template files were left aside.</source>
        <translation>{count} berkas contoh dilewati karena rusak.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>Fund source</source>
        <translation>Sumber dana</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>belum dipilih</translation>
    </message>
    <message>
        <source>&amp;Fund source</source>
        <translation>Sumber &amp;dana</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Impor…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Ekspor…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Masukkan</translation>
    </message>
    <message>
        <source>Into the activity {code} that is there already</source>
        <translation>Masukkan ke kegiatan {code} yang sudah ada</translation>
    </message>
    <message>
        <source>Import a template</source>
        <translation>Impor contoh kegiatan</translation>
    </message>
    <message>
        <source>Export the template</source>
        <translation>Ekspor contoh kegiatan</translation>
    </message>
    <message>
        <source>Delete your template {name}? This can&apos;t be undone.</source>
        <translation>Hapus contoh Anda {name}? Tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>TemplateModel</name>
    <message>
        <source>Financing</source>
        <translation>Pembiayaan</translation>
    </message>
</context>
<context>
    <name>TemplatePreview</name>
    <message>
        <source>Carried out by {officer}. Output: {output}</source>
        <translation>Pelaksana: {officer}. Keluaran: {output}</translation>
    </message>
    <message>
        <source>Basis: {basis}</source>
        <translation>Dasar: {basis}</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Rekening</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Harga satuan</translation>
    </message>
    <message>
        <source>to fill in</source>
        <translation>diisi desa</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
</context>
<context>
    <name>TitleButton</name>
    <message>
        <source>{village}, {year}. Other years</source>
        <translation>{village}, {year}. Tahun lain</translation>
    </message>
    <message>
        <source>Other years (Ctrl+Shift+Y)</source>
        <translation>Tahun lain (Ctrl+Shift+Y)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Urungkan (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>Ulangi (Ctrl+Y)</translation>
    </message>
    <message>
        <source>NOT SAVED</source>
        <translation>BELUM TERSIMPAN</translation>
    </message>
    <message>
        <source>Not saved. Try again</source>
        <translation>Belum tersimpan. Coba lagi</translation>
    </message>
    <message>
        <source>Search the plan (Ctrl+F)</source>
        <translation>Cari dalam rencana (Ctrl+F)</translation>
    </message>
    <message>
        <source>Keys and help (F1)</source>
        <translation>Tombol dan bantuan (F1)</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Setelan (Ctrl+,)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Village {name}</source>
        <translation>Desa {name}</translation>
    </message>
    <message>
        <source>Budget {year}</source>
        <translation>APB Desa {year}</translation>
    </message>
    <message>
        <source>Amendment {year}</source>
        <translation>Perubahan {year}</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Contoh</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rancangan</translation>
    </message>
    <message>
        <source>Agreed by BPD</source>
        <translation>Disepakati BPD</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Diajukan</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>Dievaluasi</translation>
    </message>
    <message>
        <source>Enacted</source>
        <translation>Ditetapkan</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Tersimpan {time}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tersimpan</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Hanya baca</translation>
    </message>
</context>
<context>
    <name>Treemap</name>
    <message>
        <source>Map of the spending</source>
        <translation>Peta belanja</translation>
    </message>
    <message>
        <source>Nothing to show yet: no activity has an amount.</source>
        <translation>Belum ada yang bisa ditampilkan: belum ada kegiatan yang bernilai.</translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <source>This did not work</source>
        <translation>Ini tidak berhasil</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Salin teks</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Keterangan</translation>
    </message>
</context>
<context>
    <name>VerdictCounts</name>
    <message>
        <source>broken</source>
        <translation>melanggar</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>peringatan</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>terpenuhi</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Check a print</source>
        <translation>Cocokkan cetakan</translation>
    </message>
    <message>
        <source>Type the fingerprint at the foot of a page, paste what its QR code says, or choose a workbook.</source>
        <translation>Ketik sidik di kaki halaman, tempel isi kode QR, atau pilih buku kerja.</translation>
    </message>
    <message>
        <source>Fingerprint on the print</source>
        <translation>Sidik pada cetakan</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Cocokkan</translation>
    </message>
    <message>
        <source>Choose a workbook…</source>
        <translation>Pilih buku kerja…</translation>
    </message>
    <message>
        <source>The fingerprint is a check of data. It is not an electronic signature.</source>
        <translation>Sidik adalah pengenal data, bukan tanda tangan elektronik.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>On the print</source>
        <translation>Di cetakan</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>Di rencana</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Yang berbeda</translation>
    </message>
    <message>
        <source>The workbook was altered after its export: {n} cells or sheets differ.</source>
        <translation>Buku kerja diubah sesudah diekspor: {n} sel atau lembar berbeda.</translation>
    </message>
    <message>
        <source>It matches: the print is of the plan as it is now, revision {n}.</source>
        <translation>Cocok: cetakan ini sama dengan rencana sekarang, revisi {n}.</translation>
    </message>
    <message>
        <source>This plan&apos;s history does not know the fingerprint: a print of another copy, or changed.</source>
        <translation>Sidik ini tidak ada dalam riwayat rencana ini: cetakan dari salinan lain, atau isinya diubah.</translation>
    </message>
    <message>
        <source>The plan has changed: the print is revision {n} ({when}), the file revision {m}. {k} lines changed.</source>
        <translation>Rencana sudah berubah: cetakan revisi {n} ({when}), berkas revisi {m}. {k} baris berubah.</translation>
    </message>
    <message>
        <source>sheet missing</source>
        <translation>lembar hilang</translation>
    </message>
    <message>
        <source>sheet added</source>
        <translation>lembar tambahan</translation>
    </message>
    <message>
        <source>result of a formula</source>
        <translation>hasil rumus</translation>
    </message>
    <message>
        <source>cell altered</source>
        <translation>sel diubah</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>WaiverDialog</name>
    <message>
        <source>Record an exemption</source>
        <translation>Catat pengecualian</translation>
    </message>
    <message>
        <source>The breach stays visible, marked as exempted; it no longer counts as open.</source>
        <translation>Pelanggaran tetap terlihat dengan tanda dikecualikan, tetapi tidak lagi dihitung terbuka.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>why this rule can&apos;t be kept</source>
        <translation>mengapa aturan ini tidak dapat dipenuhi</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>decision or minutes, with number</source>
        <translation>keputusan atau berita acara, dengan nomornya</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Disetujui oleh</translation>
    </message>
    <message>
        <source>a function, not a name: Camat, BPD</source>
        <translation>jabatan, bukan nama orang: Camat, BPD</translation>
    </message>
    <message>
        <source>Date of the decision</source>
        <translation>Tanggal keputusan</translation>
    </message>
    <message>
        <source>for example 31-12-2026</source>
        <translation>misalnya 31-12-2026</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>WaiverNote</name>
    <message>
        <source>Exempted: {reason}</source>
        <translation>Dikecualikan: {reason}</translation>
    </message>
    <message>
        <source>{document} · approved by {approver} · {date}</source>
        <translation>{document} · disetujui {approver} · {date}</translation>
    </message>
    <message>
        <source>The breach stays visible, but is not counted as open.</source>
        <translation>Pelanggaran tetap terlihat, tetapi tidak dihitung terbuka.</translation>
    </message>
    <message>
        <source>Take the exemption back</source>
        <translation>Cabut pengecualian</translation>
    </message>
</context>
<context>
    <name>WaysOut</name>
    <message>
        <source>Working out what would mend it …</source>
        <translation>Sedang menghitung jalan keluar…</translation>
    </message>
    <message>
        <source>Ways out</source>
        <translation>Jalan keluar</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Terapkan</translation>
    </message>
    <message>
        <source>Apply: {heading}</source>
        <translation>Terapkan: {heading}</translation>
    </message>
</context>
<context>
    <name>WeightCounts</name>
    <message>
        <source>{n} broken</source>
        <translation>{n} melanggar</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} peringatan</translation>
    </message>
    <message>
        <source>{n} advices</source>
        <translation>{n} saran</translation>
    </message>
    <message>
        <source>{n} exempted</source>
        <translation>{n} dikecualikan</translation>
    </message>
</context>
<context>
    <name>YearCommand</name>
    <message>
        <source>&amp;New year…</source>
        <translation>&amp;Tahun baru…</translation>
    </message>
    <message>
        <source>&amp;Copy a whole year into this one…</source>
        <translation>&amp;Salin satu tahun ke tahun ini…</translation>
    </message>
    <message>
        <source>{count} lines were copied from {year}. Look at each, then press Ctrl+R.</source>
        <translation>{count} baris disalin dari tahun {year}. Tinjau satu per satu, lalu tekan Ctrl+R.</translation>
    </message>
    <message>
        <source>Budget {year}</source>
        <translation>APB Desa {year}</translation>
    </message>
    <message>
        <source>Amendment {n} of {year}</source>
        <translation>Perubahan {n} APB Desa {year}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>rancangan</translation>
    </message>
    <message>
        <source>agreed by the BPD</source>
        <translation>disepakati BPD</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>disampaikan</translation>
    </message>
    <message>
        <source>evaluated</source>
        <translation>dievaluasi</translation>
    </message>
    <message>
        <source>enacted, to look at</source>
        <translation>ditetapkan, hanya dilihat</translation>
    </message>
</context>
<context>
    <name>_EntryDelegate</name>
    <message>
        <source>in the plan</source>
        <translation>sudah ada</translation>
    </message>
    <message>
        <source>Regency code: give it a name below</source>
        <translation>Kode kabupaten: beri nama di bawah</translation>
    </message>
</context>
<context>
    <name>_TemplateDelegate</name>
    <message>
        <source>mine</source>
        <translation>milik saya</translation>
    </message>
</context>
<context>
    <name>_TickDelegate</name>
    <message>
        <source>{n} lines</source>
        <translation>{n} baris</translation>
    </message>
    <message>
        <source>in the plan</source>
        <translation>sudah ada</translation>
    </message>
</context>
</TS>
